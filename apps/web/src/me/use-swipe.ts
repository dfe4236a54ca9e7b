import { useRef, useState } from 'react';

/** A swipe past this claims, px. */
export const SWIPE_PX = 104;
const FARTHEST_PX = 150;
/** until the finger has gone this far nobody knows whether it scrolls, px */
const DECIDES_PX = 10;

interface Swipe {
  readonly offset: number;
  readonly reached: boolean;
  readonly handlers: Pick<React.HTMLAttributes<HTMLElement>, 'onTouchStart' | 'onTouchMove' | 'onTouchEnd' | 'onTouchCancel'>;
}

/** A row that follows the finger to the right; let go past the mark, `done` is called. Where it may not, it does not move. */
export function useSwipe(done: () => void, may: boolean): Swipe {
  const [offset, setOffset] = useState(0);
  const from = useRef<{ readonly x: number; readonly y: number; readonly scrolls: boolean } | null>(null);
  const end = (fire: boolean): void => {
    if (fire && offset >= SWIPE_PX) done();
    from.current = null;
    setOffset(0);
  };
  return {
    offset,
    reached: offset >= SWIPE_PX,
    handlers: {
      onTouchStart: ({ touches }) => {
        const touch = touches[0];
        from.current = may && touches.length === 1 && touch !== undefined ? { x: touch.clientX, y: touch.clientY, scrolls: false } : null;
      },
      onTouchMove: ({ touches }) => {
        const [touch, start] = [touches[0], from.current];
        if (touch === undefined || start === null || start.scrolls) return;
        const [right, down] = [touch.clientX - start.x, Math.abs(touch.clientY - start.y)];
        if (offset === 0 && down > DECIDES_PX && down > right) from.current = { ...start, scrolls: true };
        else if (right > DECIDES_PX || offset > 0) setOffset(Math.min(FARTHEST_PX, Math.max(0, right)));
      },
      onTouchEnd: () => end(true),
      onTouchCancel: () => end(false),
    },
  };
}
