import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { putDeliveries } from '@leadclock/read-model/outside/delivery.table.js';
import { deliveryState } from '@leadclock/read-model/outside/delivery-log.table.js';
import type { DataSource } from 'typeorm';

/** What became of a test message. `unsent`: nobody has sent it yet. */
export interface TriedWay {
  readonly outcome: 'taken' | 'failed' | 'unsent';
  /** why it failed, or was not sent; null: it was taken */
  readonly failure: string | null;
}

/** A try takes 15 s at most. */
const WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 100;

/** Sends a message by a way now, by whichever program sends alerts, and says what became of it; null: there is no such way. `now`: epoch ms. */
export async function tryWay(dataSource: DataSource, way: string, now: number, gone?: AbortSignal): Promise<TriedWay | null> {
  const alert = `test-${randomUUID()}`;
  await putDeliveries(dataSource.manager, [{ way, alert, what: 'test' }], now);
  for (let waited = 0; waited < WITHIN_MS; waited += LOOK_EVERY_MS) {
    if (gone?.aborted === true) break;
    const state = await deliveryState(dataSource, way, alert);
    if (state === null) return null;
    if (state.ended === 'delivered') return { outcome: 'taken', failure: null };
    if (state.ended !== null) return { outcome: 'failed', failure: state.failure ?? 'it was given up' };
    await sleep(LOOK_EVERY_MS, undefined, { signal: gone }).catch(() => undefined);
  }
  return { outcome: 'unsent', failure: 'nobody has sent it yet: is a program with alerts running (leadclock start)?' };
}
