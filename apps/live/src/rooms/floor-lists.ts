import type { RunningWindows, Watcher } from '../engine/running-windows.js';
import { LatestAnswers } from '../wall/latest-answers.js';
import { WaitingList } from '../wall/waiting-list.js';
import { FeedList } from './feed-list.js';
import { RowsByRep } from './rows-by-rep.js';

/** The lists that are kept beside the figures of one set of windows: who waits, who answered, what happened. */
export interface FloorLists {
  readonly waiting: WaitingList;
  readonly newest: WaitingList;
  readonly answers: LatestAnswers;
  readonly feed: FeedList;
  readonly waitingOf: RowsByRep;
  readonly answersOf: RowsByRep;
}

/** Makes the lists and hangs them on windows that are still empty. */
export function keepLists(windows: RunningWindows): FloorLists {
  const { store } = windows;
  const lists = {
    waiting: new WaitingList(store),
    newest: new WaitingList(store, 'shortest'),
    answers: new LatestAnswers(store),
    feed: new FeedList(store),
    waitingOf: new RowsByRep(store, 'wait'),
    answersOf: new RowsByRep(store, 'response'),
  };
  windows.watch('waiting', all(lists.waiting, lists.newest, lists.waitingOf));
  windows.watch('answers', all(lists.answers, lists.answersOf, lists.feed));
  windows.watch('inTarget', lists.feed);
  windows.watch('funnel', lists.feed);
  return lists;
}

const all = (...watchers: readonly Watcher[]): Watcher => ({
  entered: (row) => {
    for (const watcher of watchers) watcher.entered(row);
  },
  left: (row) => {
    for (const watcher of watchers) watcher.left(row);
  },
});
