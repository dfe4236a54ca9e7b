import { setTimeout as pause } from 'node:timers/promises';
import { floorEvents } from './floor-events.mjs';

const TICK_MS = 50;

/** Sends events through the front door, which must take all of them. */
export function senderTo(url, key) {
  return async (events) => {
    const answer = await fetch(`${url}/v1/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents-batch+json' },
      body: JSON.stringify(events),
    });
    const { accepted, rejected } = await answer.json();
    if (accepted !== events.length) throw new Error(`the door took ${accepted} of ${events.length}: ${JSON.stringify(rejected?.[0])}`);
  };
}

/** Sends a floor's events at the pace until it is stopped; then says how many there were, and how many leads were among them. */
export function playFloor(send, perSecond) {
  const events = floorEvents();
  const flying = new Set();
  const sent = { leads: 0, accepted: 0 };
  const state = { isOver: false, failure: null };
  const play = async () => {
    const began = performance.now();
    for (let tick = 1; !state.isOver && state.failure === null; tick += 1) {
      const batch = Array.from({ length: (perSecond * TICK_MS) / 1000 }, () => events.next().value);
      sent.leads += batch.filter(({ type }) => type === 'lead.created').length;
      sent.accepted += batch.length;
      const sending = send(batch)
        .catch((error) => (state.failure = error))
        .finally(() => flying.delete(sending));
      flying.add(sending);
      const early = began + tick * TICK_MS - performance.now();
      if (early > 0) await pause(early);
    }
  };
  const playing = play();
  return {
    async stop() {
      state.isOver = true;
      await playing;
      await Promise.all(flying);
      if (state.failure !== null) throw state.failure;
      return sent;
    },
  };
}
