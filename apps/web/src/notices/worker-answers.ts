import type { PageAnswer, ToPage } from '../../worker/said.js';
import { subscribeIfOn } from './notice-desk.js';

/** What a page does for the worker. */
export interface WorkerAnswers {
  /** shows a lead, for somebody has pressed a notification of it */
  readonly open: (lead: string) => void;
  /** what the page itself shows of a lead that a rep (null: a manager) is about to be told of */
  readonly shows: (rep: string | null, lead: string) => PageAnswer;
}

/** Answers what the worker asks of its pages; to be called once. */
export function answerWorker({ open, shows }: WorkerAnswers): void {
  navigator.serviceWorker.addEventListener('message', ({ data, ports }: MessageEvent<ToPage>) => {
    switch (data.type) {
      case 'open':
        return open(data.lead);
      case 'renewed':
        return subscribeIfOn();
      case 'asks':
        return ports[0]?.postMessage(shows(data.rep, data.lead));
    }
  });
}
