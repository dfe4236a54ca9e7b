import { type OutcomeName, outcomes } from './log-effect.js';

/** What a single key does on the page. */
export type KeyAction =
  | { readonly do: 'next' | 'previous' | 'claim' | 'call' | 'log' | 'undo' | 'mute' | 'search' | 'help' | 'close' }
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
  readonly sheetOpen: boolean;
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
]);

/** The action of a key, or null: the browser's own meaning stands. Ctrl+Enter and Esc work also while somebody writes. */
export function keyAction({ key, code, ctrl, alt }: KeyPress, { typing, onControl, sheetOpen, singleKeys }: KeyPlace): KeyAction | null {
  if (alt) return null;
  if (sheetOpen && ctrl && key === 'Enter') return { do: 'save' };
  if (ctrl) return null;
  if (key === 'Escape') return sheetOpen ? { do: 'close' } : null;
  if (typing || !singleKeys) return null;
  if (key === 'Enter') return onControl || sheetOpen ? null : { do: 'call' };
  if (key === '/') return { do: 'search' };
  if (key === '?') return { do: 'help' };
  const outcome = /^[1-6]$/.test(key) ? outcomes[Number(key) - 1] : undefined;
  if (outcome !== undefined) return sheetOpen ? { do: 'outcome', outcome } : null;
  return letters.get(code) ?? null;
}
