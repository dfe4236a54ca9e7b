import { type OutcomeName, outcomes } from './log-effect.js';

/** What a single key does on the page. */
export type KeyAction =
  | { readonly do: 'next' | 'previous' | 'claim' | 'call' | 'log' | 'undo' | 'mute' | 'search' | 'help' | 'close' }
  | { readonly do: 'callBack' | 'handOver' | 'giveBack' | 'putOff' | 'accept' | 'decline' | 'status' }
  /** the choice of that place in the open sheet, from 0 on */
  | { readonly do: 'choice'; readonly place: number }
  | { readonly do: 'outcome'; readonly outcome: OutcomeName }
  | { readonly do: 'save' };

export interface KeyPress {
  readonly key: string;
  /** the place of the key: letters are found by it too, so that they work on a Russian keyboard */
  readonly code: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
}

/** What is going on where the key was pressed. */
export interface KeyPlace {
  /** somebody writes: letters are letters */
  readonly typing: boolean;
  /** a button or link has the focus: Enter is its own */
  readonly onControl: boolean;
  /** the sheet that logs a call, or another one; null: none is open */
  readonly sheet: 'log' | 'other' | null;
  /** single keys are wanted */
  readonly singleKeys: boolean;
}

const letters: ReadonlyMap<string, KeyAction> = new Map([
  ['KeyJ', { do: 'next' }],
  ['KeyK', { do: 'previous' }],
  ['KeyC', { do: 'claim' }],
  ['KeyL', { do: 'log' }],
  ['KeyU', { do: 'undo' }],
  ['KeyM', { do: 'mute' }],
  ['KeyB', { do: 'callBack' }],
  ['KeyO', { do: 'handOver' }],
  ['KeyR', { do: 'giveBack' }],
  ['KeyS', { do: 'putOff' }],
  ['KeyA', { do: 'accept' }],
  ['KeyD', { do: 'decline' }],
  ['KeyT', { do: 'status' }],
]);

/** The action of a key, or null: the browser's own meaning stands. Ctrl+Enter and Esc work also while somebody writes. */
export function keyAction({ key, code, ctrl, alt }: KeyPress, { typing, onControl, sheet, singleKeys }: KeyPlace): KeyAction | null {
  if (alt) return null;
  if (sheet !== null && ctrl && key === 'Enter') return { do: 'save' };
  if (ctrl) return null;
  if (key === 'Escape') return sheet === null ? null : { do: 'close' };
  if (typing || !singleKeys) return null;
  if (key === 'Enter') return onControl || sheet !== null ? null : { do: 'call' };
  if (key === '/') return { do: 'search' };
  if (key === '?') return { do: 'help' };
  if (/^[1-9]$/.test(key)) return choiceOf(Number(key) - 1, sheet);
  return letters.get(code) ?? null;
}

function choiceOf(place: number, sheet: KeyPlace['sheet']): KeyAction | null {
  if (sheet === 'other') return { do: 'choice', place };
  const outcome = outcomes[place];
  return sheet === null || outcome === undefined ? null : { do: 'outcome', outcome };
}
