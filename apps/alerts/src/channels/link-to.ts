import { isRep } from '@leadclock/domain/alerts/reaches.js';

/** Where whoever hears by a way finds a lead: a rep on his own page, also in a browser that does not know him yet, and everybody else on the team's. */
export function linkTo(publicUrl: string, listener: string, lead: string): string {
  const url = new URL(isRep(listener) ? '/me' : '/team', publicUrl);
  if (isRep(listener)) url.searchParams.set('rep', listener);
  url.searchParams.set('lead', lead);
  return url.href;
}
