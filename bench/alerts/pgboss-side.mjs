/**
 * pg-boss keeping clocks: a job a lead that starts after five minutes, cancelled when the lead is answered. One after another, as an application
 * does when a lead arrives, and in batches, as it could. No worker runs: only keeping is measured. Its queue begins empty, which is kind to it.
 * CPU in µs of arming and cancelling one clock: this process and PostgreSQL's.
 * usage: node pgboss-side.mjs DATABASE_URL POSTGRES_PID CLOCKS
 */
import PgBoss from 'pg-boss';
import { cpuOf, cpuWithChildren } from '../measure/processes.mjs';
import { TARGET_MS } from './floor.mjs';

const [databaseUrl, postgresPid, wanted] = process.argv.slice(2);
const CLOCKS = Number(wanted);
const BATCH = 100;
const AT_ONCE = 8;
const startAfter = () => new Date(Date.now() + TARGET_MS);

const boss = new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false });
await boss.start();
const answer = { one_by_one_us: await measure(oneByOne), in_batches_us: await measure(inBatches) };
await boss.stop({ graceful: false });
process.stdout.write(`${JSON.stringify(answer)}\n`);
process.exit(0);

async function measure(way) {
  await boss.createQueue(way.name);
  await way(BATCH * 2);
  const cpu = () => cpuOf(process.pid) + cpuWithChildren(Number(postgresPid));
  const before = cpu();
  await way(CLOCKS);
  return Number((((cpu() - before) / CLOCKS) * 1e6).toFixed(1));
}

async function oneByOne(count) {
  let taken = 0;
  const work = async () => {
    while (taken < count) {
      taken += 1;
      const id = await boss.send('oneByOne', { lead: `lead-${taken}` }, { startAfter: startAfter() });
      await boss.cancel('oneByOne', id);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function inBatches(count) {
  for (let from = 0; from < count; from += BATCH) {
    const jobs = Array.from({ length: BATCH }, (_, i) => ({
      id: crypto.randomUUID(),
      name: 'inBatches',
      data: { lead: `lead-${from + i}` },
      startAfter: startAfter(),
    }));
    await boss.insert(jobs);
    await boss.cancel(
      'inBatches',
      jobs.map(({ id }) => id),
    );
  }
}
