import { createStore, type StoreApi } from 'zustand/vanilla';
import { LiveStream } from '../live/live-stream.js';

/** What a page draws of one stream: the state as it was shown last, null before the first snapshot. */
export interface Part<S extends object> {
  readonly stream: LiveStream<S>;
  readonly shown: StoreApi<{ readonly state: S | null }>;
  /** brings what was heard onto the page; while the page is paused nobody calls it */
  show(): void;
}

/** A part of the page that draws the stream of this name; to be given to `openConsole`. */
export function createPart<S extends object>(name: string, stream = new LiveStream<S>(name)): Part<S> {
  const shown = createStore<{ readonly state: S | null }>(() => ({ state: null }));
  return {
    stream,
    shown,
    show() {
      // a stream that has just been changed for another says nothing for a moment: what stood there stays
      if (stream.state !== null && shown.getState().state !== stream.state) shown.setState({ state: stream.state });
    },
  };
}
