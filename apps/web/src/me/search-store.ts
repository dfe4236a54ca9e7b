import { createStore } from 'zustand/vanilla';

/** What the queue is searched for; null: nobody searches. */
export const searchStore = createStore<{ readonly text: string | null }>(() => ({ text: null }));

export const openSearch = (): void => {
  if (searchStore.getState().text === null) searchStore.setState({ text: '' });
  else document.getElementById('search')?.focus();
};

/** Whether a lead is meant by what was typed: each word stands somewhere in its name, source or owner. */
export function isMeant(texts: readonly (string | null)[], search: string): boolean {
  const all = texts
    .filter((text) => text !== null)
    .join('\n')
    .toLocaleLowerCase();
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
