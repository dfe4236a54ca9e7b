import { useState } from 'react';
import { remember, remembered } from '../../console/remembered.js';

/** Who speaks, until people have accounts: one of the reps, or another name that is typed. */
export interface Who {
  /** the id that goes into the log; null: nobody has been said yet */
  readonly id: string | null;
  readonly chosen: string;
  readonly typed: string;
  readonly choose: (rep: string) => void;
  readonly type: (name: string) => void;
  /** to be called once it was used: this browser offers it next time */
  readonly keep: () => void;
}

/** What the list of names says for somebody who is not in it: it means everybody elsewhere, and is no rep's id. */
export const SOMEBODY_ELSE = '*';

/** `part`: under which name the browser remembers who it was (`rep`: who sits at the console). */
export function useWho(part: 'rep' | 'decider', reps: readonly string[]): Who {
  const [before] = useState(() => remembered(part));
  const isKnown = before !== null && reps.includes(before);
  const [chosen, choose] = useState(before === null ? '' : isKnown ? before : SOMEBODY_ELSE);
  const [typed, type] = useState(before === null || isKnown ? '' : before);
  const name = typed.trim();
  const id = chosen === SOMEBODY_ELSE ? name || null : chosen || null;
  return { id, chosen, typed, choose, type, keep: () => remember(part, id) };
}
