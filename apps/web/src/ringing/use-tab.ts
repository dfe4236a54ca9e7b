import { useEffect } from 'react';
import { type TabMark, tabIcon, titleOf } from './tab.js';

/** The title and the icon of the tab tell who is late, the title also who soon will be, and what the `page` is. */
export function useTab(mark: TabMark, page: string): void {
  const { late } = mark;
  const title = titleOf(mark, page);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]');
    if (icon !== null) icon.href = tabIcon(late > 0);
  }, [late > 0]);
}
