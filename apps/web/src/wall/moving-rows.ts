import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Rows that change places slide there, rows that enter come in from the side; durations are the tokens', so reduced motion has none. */
export function useMovingRows(order: string): RefObject<HTMLOListElement | null> {
  const list = useRef<HTMLOListElement>(null);
  const places = useRef(new Map<string, number>());
  // the order alone says that rows moved
  useLayoutEffect(() => {
    const rows = list.current === null ? [] : [...list.current.querySelectorAll<HTMLElement>('[data-row]')];
    const before = places.current;
    places.current = new Map(rows.map((row) => [row.dataset['row'] ?? '', row.offsetTop]));
    for (const row of rows) {
      const was = before.get(row.dataset['row'] ?? '');
      if (was !== undefined && was !== row.offsetTop) slide(row, `translateY(${was - row.offsetTop}px)`, '--m-move');
      if (was === undefined && before.size > 0) slide(row, 'translateX(var(--wall-enter-from))', '--m-enter');
    }
  }, [order]);
  return list;
}

function slide(row: HTMLElement, from: string, token: string): void {
  const style = getComputedStyle(row);
  const duration = Number.parseFloat(style.getPropertyValue(token)) || 0;
  if (duration === 0) return;
  row.animate([{ transform: from }, { transform: 'none' }], { duration, easing: style.getPropertyValue('--ease').trim() });
}
