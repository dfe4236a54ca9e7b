import type { CurrentSet } from '@leadclock/read-model/sets/current-set.js';
import { closeSet, makeCurrent } from '@leadclock/read-model/sets/make-current.js';
import { lockCheckpoints } from '@leadclock/read-model/write/checkpoint.table.js';
import type { DataSource } from 'typeorm';
import type { Tail } from './tail.js';

interface Switching {
  readonly dataSource: DataSource;
  readonly old: CurrentSet;
  readonly fresh: CurrentSet;
  readonly tail: Tail;
}

/** The projector waits for so many records at most, which is about a second. */
const AT_MOST = 10_000;

/**
 * Makes the new set the current one. While the old checkpoints are locked nobody writes the old set, and the new one takes up what is left;
 * if that is too much the locks are let go and the tail goes on. Answers how many records were read meanwhile.
 */
export async function switchSet({ dataSource, old, fresh, tail }: Switching): Promise<number> {
  let read = 0;
  for (;;) {
    const rest = await dataSource.transaction(async (em) => {
      const targets = await tail.reachable(await lockCheckpoints(em, old.name));
      const missing = tail.missing(targets);
      if (missing > AT_MOST) return null;
      await tail.to(targets);
      await closeSet(em, old.name);
      await makeCurrent(em, fresh);
      return missing;
    });
    if (rest !== null) return read + rest;
    read += await tail.catchUp();
  }
}
