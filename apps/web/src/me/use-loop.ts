import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

type Loop = typeof import('./later/loop.js');

/** The sheets, cards and menus of the rep's loop. They are no part of the first script: the queue is there before anybody can need them. */
export const loopStore = createStore<{ readonly loop: Loop | null; readonly failed: boolean }>(() => ({ loop: null, failed: false }));

/** Fetches them; to be called once the page is drawn, so that an upgrade of the server later takes nothing away. */
export function loadLoop(): void {
  import('./later/loop.js').then(
    (loop) => loopStore.setState({ loop }),
    () => loopStore.setState({ failed: true }),
  );
}

/** null: they are on their way */
export const useLoop = (): Loop | null => useStore(loopStore, ({ loop }) => loop);
