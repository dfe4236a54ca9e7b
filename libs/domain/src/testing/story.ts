import type { DataOf, EventType } from '../events/catalogue.js';
import type { EventOf, LeadclockEvent } from '../events/event.js';
import { at } from './clock-time.js';

/** How an event of a story differs from the usual one: its own id and source, when it was heard, a backfill. */
export interface Telling {
  readonly id?: string;
  readonly source?: string;
  /** a time of the story; left out: a second after it happened */
  readonly heard?: string;
  readonly historical?: boolean;
}

type Touch = Partial<DataOf<'touchpoint.recorded'>> & { readonly rep?: string };

/** Begins a story about a lead: `lead('ada').arrived('09:00').assigned('09:02', 'luis')`. Times are those of `at`. */
export const lead = (subject: string): Story => new Story(subject, []);

/** Begins a story about anything else: configuration, a currency. */
export const subject = (name: string): Story => new Story(name, []);

/** Events told one after the other; each step gives a new story. Ids are e1, e2 … unless told otherwise. */
export class Story {
  readonly subject: string;

  constructor(
    about: string,
    readonly events: readonly LeadclockEvent[],
  ) {
    this.subject = about;
  }

  /** Any event. */
  tell<T extends EventType>(type: T, time: string, data: DataOf<T>, telling: Telling = {}): Story {
    const happened = at(time);
    const event: EventOf<T> = {
      id: telling.id ?? `e${this.events.length + 1}`,
      source: telling.source ?? '/story',
      subject: this.subject,
      type,
      time: happened,
      recordedTime: telling.heard === undefined ? happened + 1000 : at(telling.heard),
      historical: telling.historical ?? false,
      data,
    };
    return new Story(this.subject, [...this.events, asOne(event)]);
  }

  arrived(time: string, data: DataOf<'lead.created'> = {}, telling?: Telling): Story {
    return this.tell('lead.created', time, data, telling);
  }

  assigned(time: string, owner: string | null, team?: string, telling?: Telling): Story {
    return this.tell('lead.assigned', time, { owner, ...(team !== undefined && { team }) }, telling);
  }

  claimed(time: string, rep: string, assignment?: string, telling?: Telling): Story {
    const named = assignment === undefined ? {} : { assignment: { source: '/story', id: assignment } };
    return this.tell('lead.claimed', time, { rep, ...named }, telling);
  }

  handedOver(time: string, from: string, to: string): Story {
    return this.tell('lead.handover_accepted', time, { from, to });
  }

  qualified(time: string, rep?: string): Story {
    return this.tell('lead.qualified', time, rep === undefined ? {} : { rep });
  }

  disqualified(time: string, reason?: string): Story {
    return this.tell('lead.disqualified', time, reason === undefined ? {} : { reason });
  }

  paused(time: string): Story {
    return this.tell('lead.paused', time, {});
  }

  resumed(time: string): Story {
    return this.tell('lead.resumed', time, {});
  }

  /** A touchpoint; left out: an outbound call by a human, named after its channel. The same name again is its next outcome. */
  touched(time: string, touch: Touch = {}, telling?: Telling): Story {
    const channel = touch.channel ?? 'call';
    return this.tell('touchpoint.recorded', time, { touchpoint: channel, channel, direction: 'outbound', ...touch }, telling);
  }

  /** An outbound call. */
  called(time: string, rep: string, outcome: DataOf<'touchpoint.recorded'>['outcome'] = 'no_answer'): Story {
    return this.touched(time, { touchpoint: `call-${time}`, rep, outcome });
  }

  corrected(time: string, touchpoint: string, change: Partial<DataOf<'touchpoint.corrected'>>): Story {
    return this.tell('touchpoint.corrected', time, { touchpoint, ...change });
  }

  retracted(time: string, touchpoint: string): Story {
    return this.tell('touchpoint.retracted', time, { touchpoint });
  }

  /** Takes an event of this story back, by its id: it counts as never sent. */
  takenBack(time: string, id: string, telling?: Telling): Story {
    return this.tell('event.retracted', time, { source: '/story', id }, telling);
  }

  opened(time: string, stage = 'new', data: Partial<DataOf<'deal.opened'>> = {}): Story {
    return this.tell('deal.opened', time, { deal: 'd1', stage, ...data });
  }

  moved(time: string, stage: string, data: Partial<DataOf<'deal.stage_changed'>> = {}): Story {
    return this.tell('deal.stage_changed', time, { deal: 'd1', stage, ...data });
  }

  revised(time: string, data: Partial<DataOf<'deal.revised'>>): Story {
    return this.tell('deal.revised', time, { deal: 'd1', ...data });
  }

  won(time: string, data: Partial<DataOf<'deal.won'>> = {}): Story {
    return this.tell('deal.won', time, { deal: 'd1', ...data });
  }

  lost(time: string, data: Partial<DataOf<'deal.lost'>> = {}): Story {
    return this.tell('deal.lost', time, { deal: 'd1', ...data });
  }

  reopened(time: string, stage = 'new', deal = 'd1'): Story {
    return this.tell('deal.reopened', time, { deal, stage });
  }

  /** A subscription that starts, in EUR a month. */
  subscribed(time: string, customer: string, amount: number, data: Partial<DataOf<'subscription.started'>> = {}): Story {
    return this.tell('subscription.started', time, { customer, mrr: { amount, currency: 'EUR' }, ...data });
  }

  /** The new sum a month, in EUR. */
  repriced(time: string, amount: number, kind: DataOf<'subscription.changed'>['kind'] = 'price'): Story {
    return this.tell('subscription.changed', time, { mrr: { amount, currency: 'EUR' }, kind });
  }

  unsubscribed(time: string): Story {
    return this.tell('subscription.cancelled', time, {});
  }

  /** Spend in EUR over days, both included; left out: marketing. */
  spent(time: string, amount: number, from: string, to: string, data: Partial<DataOf<'spend.recorded'>> = {}): Story {
    return this.tell('spend.recorded', time, { kind: 'marketing', amount: { amount, currency: 'EUR' }, from, to, ...data });
  }

  /** A target of won revenue for a period, both days included. */
  aimed(time: string, value: number, from: string, to: string, data: Partial<DataOf<'target.set'>> = {}): Story {
    return this.tell('target.set', time, { kpi: 'won-revenue', period: { from, to }, value, ...data });
  }

  /** A forecast in EUR for a period, both days included. */
  foresaw(time: string, amount: number, from: string, to: string, data: Partial<DataOf<'forecast.submitted'>> = {}): Story {
    return this.tell('forecast.submitted', time, { period: { from, to }, amount: { amount, currency: 'EUR' }, ...data });
  }
}

/** An event of one type is one of all; the compiler cannot see that of a type that is not yet chosen. */
const asOne = <T extends EventType>(event: EventOf<T>): LeadclockEvent => event as unknown as LeadclockEvent;
