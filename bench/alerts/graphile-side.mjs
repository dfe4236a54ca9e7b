/**
 * graphile-worker keeping clocks: a job a lead with `runAt` in five minutes, under a key by which it is removed when the lead is answered. One after another,
 * as an application does when a lead arrives. No worker runs: only keeping is measured. Its queue begins empty, which is kind to it.
 * CPU in µs of arming and cancelling one clock: this process and PostgreSQL's.
 * usage: node graphile-side.mjs DATABASE_URL POSTGRES_PID CLOCKS
 */
import { Logger, makeWorkerUtils } from 'graphile-worker';
import { cpuOf, cpuWithChildren } from '../measure/processes.mjs';
import { TARGET_MS } from './floor.mjs';

const [databaseUrl, postgresPid, wanted] = process.argv.slice(2);
const CLOCKS = Number(wanted);
const AT_ONCE = 8;

const utils = await makeWorkerUtils({ connectionString: databaseUrl, logger: new Logger(() => () => {}) });
await utils.migrate();
await keep(200);
const cpu = () => cpuOf(process.pid) + cpuWithChildren(Number(postgresPid));
const before = cpu();
await keep(CLOCKS);
const answer = { one_by_one_us: Number((((cpu() - before) / CLOCKS) * 1e6).toFixed(1)) };
await utils.release();
process.stdout.write(`${JSON.stringify(answer)}\n`);
process.exit(0);

async function keep(count) {
  let taken = 0;
  const work = async () => {
    while (taken < count) {
      taken += 1;
      const jobKey = `lead-${taken}`;
      await utils.addJob('late', { lead: jobKey }, { runAt: new Date(Date.now() + TARGET_MS), jobKey });
      await utils.withPgClient((client) => client.query('select graphile_worker.remove_job($1)', [jobKey]));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
