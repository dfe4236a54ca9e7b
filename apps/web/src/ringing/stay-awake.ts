/**
 * Edge puts a tab to sleep that nobody looks at, and with it what the tab would have told; never one that holds a lock (Microsoft, sleeping tabs: frequently
 * asked questions). To be called once.
 */
export function stayAwake(): void {
  // a page that came over plain HTTP has none
  if ('locks' in navigator) void navigator.locks.request('leadclock.awake', { mode: 'shared' }, () => new Promise(() => undefined));
}
