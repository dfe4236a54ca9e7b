import { Buffer } from 'node:buffer';
import { built } from '../measure/built.mjs';
import { floorFact } from './floor-facts.mjs';

const { copyInto } = await built('libs/read-model/src/write/copy-into.js');
const { factColumns } = await built('libs/read-model/src/queries/fact-columns.js');

const columns = factColumns.map(([, column]) => column);
const ATONCE = 20_000;

const lineOf = (fact) => `${factColumns.map(([property]) => fact[property] ?? '\\N').join('\t')}\n`;

/** Puts so many facts into the table, as a projector would leave them. */
export async function plant(dataSource, set, { facts, reps, now }) {
  const runner = dataSource.createQueryRunner();
  const client = await runner.connect();
  try {
    for (let from = 0; from < facts; from += ATONCE) {
      let text = '';
      for (let i = from; i < Math.min(facts, from + ATONCE); i += 1) text += lineOf(floorFact(i, now, reps));
      await copyInto(client, `${set}.fact`, columns, [Buffer.from(text)]);
    }
  } finally {
    await runner.release();
  }
  await dataSource.query(`vacuum analyze ${set}.fact`);
}

/** One more fact with its change in the feed. */
export async function plantOne(dataSource, { set, epoch, fact }) {
  const given = factColumns.map(([property]) => fact[property]);
  await dataSource.transaction(async (em) => {
    await em.query(`insert into ${set}.fact (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`, given);
    await em.query(`update ${set}.checkpoint set change_no = change_no + 1 where partition = 0`);
    await em.query(
      `insert into ${set}.change (epoch, partition, change_no, subjects) select $1, 0, change_no, array[$2] from ${set}.checkpoint where partition = 0`,
      [epoch, fact.subject],
    );
  });
}
