import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The width that a part has on screen, so that a chart is drawn at its size and its text keeps its own. */
export function useWidth<T extends HTMLElement>(usual: number): [RefObject<T | null>, number] {
  const part = useRef<T>(null);
  const [width, setWidth] = useState(usual);
  useLayoutEffect(() => {
    const node = part.current;
    if (node === null) return;
    const measure = (): void => setWidth(Math.max(1, Math.floor(node.clientWidth)));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(node);
    return () => watch.disconnect();
  }, []);
  return [part, width];
}
