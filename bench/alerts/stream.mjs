import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

const TICK_MS = 10;

/** Sends what `next` makes at a steady rate until it is stopped; answers how many were sent, and how fast. */
export function stream({ producer, topic, next, perSecond }) {
  const stopping = new AbortController();
  let sent = 0;
  const began = performance.now();
  const running = (async () => {
    const flying = new Set();
    while (!stopping.signal.aborted) {
      const wanted = Math.floor(((performance.now() - began) / 1000) * perSecond);
      if (wanted > sent) {
        const events = Array.from({ length: wanted - sent }, next);
        sent = wanted;
        const sending = producer.send(topic, events).finally(() => flying.delete(sending));
        flying.add(sending);
      }
      await pause(TICK_MS);
    }
    await Promise.all(flying);
  })();
  return {
    get sent() {
      return sent;
    },
    async stop() {
      stopping.abort();
      await running;
      return { events: sent, perSecond: Math.round(sent / ((performance.now() - began) / 1000)) };
    },
  };
}
