import type { Planned } from '@leadclock/simulator/plan/planned.js';
import { randomOf } from '@leadclock/simulator/plan/random.js';
import { type Teller, type Told, tellerOf } from './told.js';

const minute = 60_000;
const hour = 60 * minute;

/** Leads that came one after the other, and an instant after their arrivals. */
interface Neighbours {
  readonly first: string;
  readonly second: string;
  readonly third: string;
  readonly at: number;
  readonly tell: Teller;
  /** takes back the event that was told last */
  takeBack(subject: string, at: number): void;
}

const waysToMerge: Readonly<Record<string, (leads: Neighbours) => void>> = {
  'the later into the earlier': ({ first, second, at, tell }) => tell('lead.merged', second, at, { into: first }),
  'the earlier into the later': ({ first, second, at, tell }) => tell('lead.merged', first, at, { into: second }),
  'a chain, told from its end': ({ first, second, third, at, tell }) => {
    tell('lead.merged', second, at, { into: first });
    tell('lead.merged', third, at + minute, { into: second });
  },
  'a circle, which is not closed': ({ first, second, third, at, tell }) => {
    tell('lead.merged', first, at, { into: second });
    tell('lead.merged', second, at + hour, { into: third });
    tell('lead.merged', third, at + 2 * hour, { into: first });
  },
  'taken back': ({ first, second, at, tell }) => {
    tell('lead.merged', second, at, { into: first });
    tell('lead.merged', second, at + 30 * hour, { into: null });
  },
  'taken back and merged with another': ({ first, second, third, at, tell }) => {
    tell('lead.merged', second, at, { into: first });
    tell('lead.merged', second, at + 2 * hour, { into: null });
    tell('lead.merged', second, at + 3 * hour, { into: third });
  },
  'merged anew, and heard the other way round': ({ first, second, third, at, tell }) => {
    tell('lead.merged', second, at, { into: first }, at + 50 * hour);
    tell('lead.merged', second, at + hour, { into: third });
  },
  'never merged: that was sent by mistake': ({ first, second, at, tell, takeBack }) => {
    tell('lead.merged', second, at, { into: first });
    takeBack(second, at + 5 * hour);
  },
  'two into one that nobody has heard of': ({ first, second, at, tell }) => {
    tell('lead.merged', first, at, { into: `${first}-person` });
    tell('lead.merged', second, at, { into: `${first}-person` });
  },
};

/** Merges of leads that came one after the other, in every way that there is: one of these for every three of thirty leads. */
export function mergesOf(floor: readonly Planned[], until: number): readonly Told[] {
  const arrivals = new Map<string, number>();
  for (const { type, subject, time } of floor)
    if (type === 'lead.created') arrivals.set(subject, Math.min(time, arrivals.get(subject) ?? time));
  const leads = [...arrivals].toSorted(([a, since], [b, then]) => since - then || (a < b ? -1 : 1));
  const ways = Object.values(waysToMerge);
  const { told, tell } = tellerOf('/merge', 'merge');
  for (let i = 0; i + 2 < leads.length; i += 30) {
    const [first, second, third] = leads.slice(i, i + 3);
    const way = ways[(i / 30) % ways.length];
    if (!first || !second || !third || !way) continue;
    const [latest] = third.slice(1);
    const random = randomOf(11, 'merges', first[0]);
    const at = Number(latest) + random.between(1, 300) * minute;
    const tellInTime: Teller = (type, subject, when, data, heardAt) => {
      if (when < until) tell(type, subject, when, data, heardAt);
    };
    way({
      first: first[0],
      second: second[0],
      third: third[0],
      at,
      tell: tellInTime,
      takeBack: (subject, when) => {
        const last = told.at(-1);
        if (last) tellInTime('event.retracted', subject, when, { source: last.source, id: last.id });
      },
    });
  }
  return told;
}
