import { useEffect, useRef, useState } from 'react';
import { type AskedWhatIf, askWhatIf, type WhatIfAnswer } from './what-if-answers.js';

/** How it stands with a replay that was asked for. */
export type Replay =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly error: Error }
  | { readonly kind: 'answered'; readonly answer: WhatIfAnswer };

/** One replay at a time: another one, or leaving the page, ends the one before. */
export function useReplay() {
  const [replay, setReplay] = useState<Replay>({ kind: 'none' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const cancel = (): void => {
    running.current?.abort();
    running.current = null;
    setReplay({ kind: 'none' });
  };
  const run = async (asked: AskedWhatIf): Promise<void> => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    setReplay({ kind: 'running' });
    const next = await askWhatIf(asked, mine.signal).then(
      (answer): Replay => ({ kind: 'answered', answer }),
      (error: unknown): Replay => ({ kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) }),
    );
    if (running.current === mine) setReplay(next);
  };
  return { replay, run, cancel, forget: () => setReplay((now) => (now.kind === 'running' ? now : { kind: 'none' })) };
}
