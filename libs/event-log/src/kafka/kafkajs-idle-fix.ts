import { createRequire } from 'node:module';

interface Queue {
  throttledUntil: number;
  pending: unknown[];
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  checkPendingRequests(): void;
  scheduleCheckPendingRequests(): void;
}

/**
 * kafkajs 2.2.4 re-arms a timer of (-1 - now) ms for ever on every connection: a 1 ms idle loop on any Node, and
 * TimeoutNegativeWarning on Node 24 and later (tulios/kafkajs#1751). Nothing to wait for means no timer.
 */
export function fixKafkajsIdleLoop(): void {
  const RequestQueue: { prototype: Queue } = createRequire(import.meta.url)('kafkajs/src/network/requestQueue');
  RequestQueue.prototype.scheduleCheckPendingRequests = function (this: Queue) {
    if (this.throttleCheckTimeoutId) return;
    let at = this.throttledUntil - Date.now();
    if (at <= 0) {
      if (this.pending.length === 0) return;
      at = 10;
    }
    this.throttleCheckTimeoutId = setTimeout(() => {
      this.throttleCheckTimeoutId = null;
      this.checkPendingRequests();
    }, at);
  };
}
