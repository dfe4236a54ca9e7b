import type { Members, PatchOf } from '@leadclock/live-protocol/frames.js';

/** The state after a patch. A key that is present but undefined is no change; members are laid over the part as `set` has left it. */
export function patched<S extends object>(state: S, { set, members = {} }: Pick<PatchOf<S>, 'set' | 'members'>): S {
  const whole = Object.entries<unknown>(set).filter(([, value]) => value !== undefined);
  const next = { ...state, ...Object.fromEntries(whole) };
  const parts = Object.entries(members).map(([key, changed]) => [key, withMembers(partOf(next, key), changed)] as const);
  return parts.length === 0 ? next : { ...next, ...Object.fromEntries(parts) };
}

const partOf = (state: object, key: string): object => {
  const part: unknown = Reflect.get(state, key);
  return typeof part === 'object' && part !== null ? part : {};
};

function withMembers(part: object, changed: Members[string]): object {
  const kept = Object.entries<unknown>({ ...part, ...changed }).filter(([, value]) => value !== null);
  return Object.fromEntries(kept);
}
