import { useEffect } from 'react';
import { tabIcon, titleOf } from './tab.js';

/** The title and the icon of the tab tell how many are late and how long the first has waited (null: nobody can know), and what the `page` is. */
export function useTab(late: number, wait: string | null, page: string): void {
  const title = titleOf(late, wait, page);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]');
    if (icon !== null) icon.href = tabIcon(late > 0);
  }, [late > 0]);
}
