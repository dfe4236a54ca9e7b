import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Part } from '../console/part.js';

/** The first word of the key of an answer that moves with the stream. */
export const MOVING = 'moving';

/** Asks again what moves with a stream, a while after it moved. */
export function useMoves<S extends object>(part: Part<S>, paceMs: number): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: number | null = null;
    // a page that stands still shows nothing new, so nothing is asked
    const stop = part.shown.subscribe(() => {
      timer ??= window.setTimeout(() => {
        timer = null;
        void client.invalidateQueries({ queryKey: [MOVING] });
      }, paceMs);
    });
    return () => {
      stop();
      if (timer !== null) window.clearTimeout(timer);
    };
  }, [client, part, paceMs]);
}
