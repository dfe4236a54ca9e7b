/** A new build is taken up within this time, whatever is on the screen. */
export const RELOAD_WITHIN_MS = 60_000;

/** What is known of the server's build; `changedAt` is a monotonic instant in ms. */
export interface BuildWatch {
  readonly first: string | null;
  readonly changedAt: number | null;
}

export const noBuild: BuildWatch = { first: null, changedAt: null };

/** Notes the build that a frame names; the first one heard is ours. A server that comes back to it calls the reload off. */
export function hearBuild(watch: BuildWatch, build: string, now: number): BuildWatch {
  if (watch.first === null) return { first: build, changedAt: null };
  if (build === watch.first) return watch.changedAt === null ? watch : { ...watch, changedAt: null };
  return watch.changedAt === null ? { ...watch, changedAt: now } : watch;
}

/** Whether to reload now: a quiet moment is one in which no lead is late. */
export function reloadDue(watch: BuildWatch, lateCount: number, now: number): boolean {
  if (watch.changedAt === null) return false;
  return lateCount === 0 || now - watch.changedAt >= RELOAD_WITHIN_MS;
}
