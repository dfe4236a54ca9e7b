const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether a page may open a socket, or ask for more than figures: it was served by this host, and the host is one that we answer as (a name that somebody else made
 * point here is none). Programs that are no browser send no Origin.
 */
export function isAllowedOrigin(
  { origin, host }: { readonly origin: string | undefined; readonly host: string | undefined },
  publicUrl: string | null,
): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  if (publicUrl !== null && page.origin === new URL(publicUrl).origin) return true;
  return page.host === host && loopback.includes(page.hostname);
}
