import { createHash } from 'node:crypto';
import type { Asked } from './command-bodies.js';

/** A command, and the key under which it may be sent again. */
interface Keyed {
  readonly lead: string;
  readonly person: string;
  readonly key: string;
}

/**
 * The id of the event that a command writes. The same key gives the same event, so that one that is sent again after a day is a repeat. What can be done
 * once only, whoever does it, is one event under whichever key.
 */
export function eventOf(sent: Asked & Keyed): string {
  switch (sent.command) {
    case 'undo':
      return eventId('undo', sent.lead, sent.body.event.source, sent.body.event.id);
    case 'decide':
      return eventId('decide', sent.lead, sent.body.event.source, sent.body.event.id);
    case 'accept':
    case 'decline':
      return eventId('handover', sent.lead, sent.body.offer.source, sent.body.offer.id);
    case 'acknowledge':
    case 'shown':
      return eventId(sent.command, sent.lead, sent.body.alert);
    case 'claim':
    case 'release':
    case 'offer':
    case 'touchpoints':
    case 'disqualify':
    case 'dispute':
    case 'call-back':
    case 'snooze':
    case 'pause':
    case 'resume':
      return eventOfKey(sent);
  }
}

/** The id of the event that is written once for each key. */
export const eventOfKey = ({ person, key }: Pick<Keyed, 'person' | 'key'>): string => eventId(person, key);

const eventId = (...parts: readonly string[]): string => sha256(parts.join('\u0000')).slice(0, 32);

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
