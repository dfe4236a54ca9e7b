import { useEffect, useRef, useState } from 'react';
import { type DemoState, demoWall, startDemo } from './demo-call.js';

/** The demo, and how to play it; what is under way ends when the screen goes on, so that a real lead is never left for a demo. */
export function useDemo(): { readonly demo: DemoState; readonly play: () => void } {
  const [demo, setDemo] = useState<DemoState>({ step: 'offered' });
  const gone = useRef<AbortController>(null);

  useEffect(() => {
    const stop = new AbortController();
    gone.current = stop;
    return () => stop.abort();
  }, []);

  const play = (): void => {
    const stop = gone.current?.signal;
    if (stop === undefined || demo.step === 'starting') return;
    setDemo({ step: 'starting' });
    void startDemo(stop).then((answer) => {
      if (stop.aborted) return undefined;
      if ('url' in answer) window.location.assign(demoWall(answer.url, window.location.search));
      else setDemo({ step: 'failed', reason: answer.reason });
      return undefined;
    });
  };
  return { demo, play };
}
