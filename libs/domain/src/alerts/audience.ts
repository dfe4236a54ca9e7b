import { EVERYBODY } from './everybody.js';
import { type Listener, readListener } from './ladder-words.js';

/** Who has to do with a lead at the instant of a step. */
export interface AroundLead {
  readonly owner: string | null;
  /** who has claimed it; null: nobody has, or it was given to its owner */
  readonly claimant: string | null;
  /** the active rep who has promised to call back; null: nobody */
  readonly caller: string | null;
  readonly team: string | null;
  /** whether a rep is there no more: he is told nothing */
  readonly hasLeft: (rep: string) => boolean;
}

/** Longer than this no event can tell it. */
const longest = 200;

/**
 * Whom a step tells, as one text for `to` of the alert's events: the id of a rep, `*` everybody, `team:ID`, `manager:ID` (of the team, `manager:*` of
 * any), `screen:ID`, `channel:ID`; several as a JSON array of these. Of a lead that is nobody's its owner is everybody; that nobody has claimed has no
 * claimant; who has left is told nothing. Who promised a call is told with the owner, if that is somebody else; the owner alone if nobody did. null: nobody
 * is told.
 */
export function audienceOf(words: readonly string[], around: AroundLead): string | null {
  const told = new Set(
    words.flatMap((word) => {
      const listener = readListener(word);
      return listener === null ? [] : listening(listener, around);
    }),
  );
  return told.size === 0 ? null : textOf(told);
}

function textOf(told: ReadonlySet<string>): string {
  const [only, ...more] = told;
  if (only === undefined || told.has(EVERYBODY)) return EVERYBODY;
  if (more.length === 0) return only;
  const list = JSON.stringify([...told]);
  return list.length > longest ? EVERYBODY : list;
}

/** The same with the rep to whom the step gives the lead: he is told that it is his. null: it gives it to nobody. */
export const withNewOwner = (to: string, owner: string | null): string => (owner === null ? to : textOf(new Set([...toldIn(to), owner])));

/** A step that would tell nobody, as it only acts or those it names are not there, tells the manager: nothing happens in silence. */
export const audienceOrManager = (words: readonly string[], around: AroundLead): string =>
  audienceOf(words, around) ?? `manager:${around.team ?? EVERYBODY}`;

function listening(listener: Listener, { owner, claimant, caller, team, hasLeft }: AroundLead): readonly string[] {
  const there = (rep: string | null): readonly string[] => (rep === null || hasLeft(rep) ? [] : [rep]);
  switch (listener.who) {
    case 'owner':
      return owner === null ? [EVERYBODY] : there(owner);
    case 'claimant':
      return there(claimant);
    case 'caller':
      return caller === null && owner === null ? [EVERYBODY] : [...there(caller), ...there(owner)];
    case 'team':
      return [team === null ? EVERYBODY : `team:${team}`];
    case 'manager':
      return [`manager:${team ?? EVERYBODY}`];
    case 'rep':
      return there(listener.id);
    case 'screen':
    case 'channel':
      return [`${listener.who}:${listener.id}`];
  }
}

/** Reads `to` of an alert: those it tells, each by itself. */
export function toldIn(to: string): readonly string[] {
  if (!to.startsWith('["')) return [to];
  try {
    const list: unknown = JSON.parse(to);
    return Array.isArray(list) && list.every((one) => typeof one === 'string') ? list : [to];
  } catch {
    return [to];
  }
}
