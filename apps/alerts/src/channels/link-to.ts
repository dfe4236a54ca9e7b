import { isRep } from '@leadclock/domain/alerts/reaches.js';

/**
 * Where whoever hears by a way finds a lead: a rep on his own page, everybody else on the team's. A rep's link says `for` whom it is, which seats him
 * where nobody sits and no more: messages are forwarded and channels are shared, and a colleague who opens the link stays who he is.
 */
export function linkTo(publicUrl: string, listener: string, lead: string): string {
  const url = new URL(isRep(listener) ? '/me' : '/team', publicUrl);
  if (isRep(listener)) url.searchParams.set('for', listener);
  url.searchParams.set('lead', lead);
  return url.href;
}
