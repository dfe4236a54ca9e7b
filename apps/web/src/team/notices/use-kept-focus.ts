import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';

interface KeptFocus {
  readonly ref: RefObject<HTMLElement | null>;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const toastOf = (target: EventTarget): Element | null => (target instanceof Element ? target.closest('.toast') : null);
const lastButton = (toast: Element | null | undefined): HTMLElement | undefined =>
  [...(toast?.querySelectorAll<HTMLElement>('button') ?? [])].at(-1);

/**
 * The keyboard among toasts. Escape presses the last button of the toast that has the focus, by which it goes. The focus then goes to the next one, and after
 * the last to what had it before; so it does when a toast goes by itself. `toasts`: another text each time that others are there.
 */
export function useKeptFocus(toasts: string): KeptFocus {
  const ref = useRef<HTMLElement>(null);
  const before = useRef<Element | null>(null);
  /** which toast has the focus; null: none */
  const at = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (at.current === null || document.activeElement !== document.body) return;
    const all = ref.current?.querySelectorAll('.toast') ?? [];
    const next = lastButton(all[Math.min(at.current, all.length - 1)]);
    if (next === undefined) at.current = null;
    const target = next ?? before.current;
    if (target instanceof HTMLElement && target.isConnected) target.focus();
  }, [toasts]);
  return {
    ref,
    onFocus({ target, relatedTarget }) {
      if (at.current === null && relatedTarget !== null) before.current = relatedTarget;
      const toast = toastOf(target);
      at.current = toast === null ? null : [...(ref.current?.querySelectorAll('.toast') ?? [])].indexOf(toast);
    },
    // what is taken out of the page with the focus in it says nothing: that is not somebody who leaves
    onBlur({ relatedTarget }) {
      if (!(relatedTarget instanceof Node) || ref.current?.contains(relatedTarget) !== true) at.current = null;
    },
    onKeyDown(event) {
      if (event.key !== 'Escape') return;
      const toast = toastOf(event.target);
      // of many at once nobody says by the way that he has seen them
      if (toast?.matches('.toast-more') === false) lastButton(toast)?.click();
    },
  };
}
