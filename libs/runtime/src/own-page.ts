import type { IncomingHttpHeaders } from 'node:http';
import { isAllowedOrigin } from './origin.js';

/** Why a request is not taken for our own page's. 401: nothing says that it is a page; 403: it is another's. */
export interface PageRefusal {
  readonly status: 401 | 403;
  readonly detail: string;
}

export interface PageRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}

const NO_PAGE: PageRefusal = {
  status: 401,
  detail:
    'an API key is needed: send the header "Authorization: Bearer lc_…"; leadclock key show prints the key. ' +
    'Only pages that leadclock served need none; their browser says so by Sec-Fetch-Site: same-origin and Origin',
};
const FOREIGN: PageRefusal = {
  status: 403,
  detail:
    'this page was not served by leadclock under an address that it knows: open it by the address of the ready line, or by LEADCLOCK_PUBLIC_URL',
};

/**
 * Lets in what a page of ours asks, without a key: null. A browser tells truly where a page came from, and lets no script tell otherwise;
 * a GET may come without Origin, then the address that it was sent to must be one of ours. An Authorization header is not looked at.
 */
export function pageRefusal({ method, headers }: PageRequest, publicUrl: string | null): PageRefusal | null {
  const { 'sec-fetch-site': site, origin, host } = headers;
  if (origin !== undefined && !isAllowedOrigin({ origin, host }, publicUrl)) return FOREIGN;
  if (site === undefined) return NO_PAGE;
  if (site !== 'same-origin') return FOREIGN;
  if (origin !== undefined) return null;
  if (method !== 'GET' && method !== 'HEAD') return NO_PAGE;
  return isOurHost(host, publicUrl) ? null : FOREIGN;
}

function isOurHost(host: string | undefined, publicUrl: string | null): boolean {
  if (host === undefined) return false;
  if (publicUrl !== null && new URL(publicUrl).host === host) return true;
  return isAllowedOrigin({ origin: `http://${host}`, host }, publicUrl);
}
