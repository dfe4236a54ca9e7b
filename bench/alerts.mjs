/**
 * Alerts on real parts: Apache Kafka, PostgreSQL with fsync, the program's own processes. A million clocks are open and events pass, each of which arms a clock
 * or cancels one, while 200 leads a second fall due: under the default policy with 2,000 events a second, and under fifty policies with calendars
 * and steps that repeat with 5,000.
 *   [fifty_]lateness_p99_ms            from a deadline until its alert is committed: at most 50
 *   [fifty_]shown_p99_ms               from a deadline until a socket client has it: at most 150
 *   [fifty_]restart_first_overdue_ms   from the start of a killed program until the first alert of what fell due meanwhile: at most 5,000
 *   [fifty_]bytes_per_clock            of the wheel with all of them open: at most 64
 *   pgboss_cpu, graphile_cpu           CPU of arming and cancelling a clock with pg-boss, with graphile-worker / ours: at least 30
 * usage: npm run bench -- alerts [--gate] [--only default|fifty] [--clocks 1000000] [--seconds 60] [--rate 5000] [--together] [--cpu-prof FOLDER]
 * `--rate`: events a second of the fifty policies. The projector, the alerts and the live screens are processes of their own, as the README advises for
 * so many events; --together: all in one.
 */
import { parseArgs } from 'node:util';
import { onePolicy } from './alerts/floor.mjs';
import { keepingCost } from './alerts/keeping.mjs';
import { fiftyPolicies } from './alerts/policies.mjs';
import { openStage } from './alerts/stage.mjs';
import { machine } from './measure/machine.mjs';
import { runNode } from './measure/program.mjs';
import { openProducer } from './projector/log.mjs';
import { newDatabase } from './projector/read-model.mjs';
import { startServers } from './projector/servers.mjs';

const limits = { lateness_p99_ms: 50, shown_p99_ms: 150, restart_first_overdue_ms: 5000, bytes_per_clock: 64 };
const PEERS_AT_LEAST = 30;
const EVENTS_PER_SECOND = 2000;
const PEER_CLOCKS = 4000;

const { values } = parseArgs({
  options: {
    gate: { type: 'boolean', default: false },
    together: { type: 'boolean', default: false },
    only: { type: 'string' },
    clocks: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '60' },
    rate: { type: 'string', default: '5000' },
    'cpu-prof': { type: 'string' },
  },
});
const CLOCKS = Number(values.clocks);
const SECONDS = Number(values.seconds);
const flags = values['cpu-prof'] ? ['--cpu-prof', `--cpu-prof-dir=${values['cpu-prof']}`] : [];
const say = (text) => process.stderr.write(`${text}\n`);
const wanted = (name) => values.only === undefined || values.only === name;

const servers = await startServers({ flags: ['track_commit_timestamp=on'] });
const ratios = {};
const figures = { machine: machine(), clocks: CLOCKS };
const missed = [];
let producer;
try {
  producer = await openProducer(servers.brokers);
  if (wanted('default')) await stageOf('alerts', '', { floor: onePolicy, perSecond: EVENTS_PER_SECOND }, keeping);
  if (wanted('fifty')) await stageOf('fifty', 'fifty_', { floor: fiftyPolicies, perSecond: Number(values.rate) }, async () => {});
} finally {
  await producer?.close();
  await servers.stop();
}
figures.machine.load_after = machine().load;
process.stdout.write(`${JSON.stringify({ bench: 'alerts', ratios, figures })}\n`);
for (const problem of missed) say(problem);
if (values.gate && missed.length > 0) process.exitCode = 1;

/** Plays one floor and judges it; `before`: what its name begins with among the figures. */
async function stageOf(name, before, { floor, perSecond }, besides) {
  const stage = await openStage({ servers, producer, name, floor, clocks: CLOCKS, perSecond, flags, together: values.together, say });
  try {
    const { lateness_ms, shown_ms, bytes_per_clock, ...more } = await stage.onTime(SECONDS);
    const { first, all } = await stage.afterKill();
    figures[name] = { ...more, lateness_ms, shown_ms, restart_all_overdue_ms: all };
    const reached = { lateness_p99_ms: lateness_ms.p99, shown_p99_ms: shown_ms.p99, restart_first_overdue_ms: first, bytes_per_clock };
    for (const [what, figure] of Object.entries(reached)) {
      ratios[`${before}${what}`] = figure;
      if (!(figure <= limits[what])) missed.push(`${before}${what} is ${figure}, its limit ${limits[what]}`);
    }
    await besides(stage);
  } finally {
    await stage.close();
  }
}

async function keeping({ database, set, start, clocksRead }) {
  const kept = await keepingCost({ producer, topic: 'alerts', database, set, start, clocksRead, perSecond: EVENTS_PER_SECOND });
  figures.keeping = kept;
  say(`keeping ${JSON.stringify(kept)}`);
  for (const [peer, side] of [
    ['pgboss', 'pgboss-side'],
    ['graphile', 'graphile-side'],
  ]) {
    const script = new URL(`./alerts/${side}.mjs`, import.meta.url).pathname;
    figures[peer] = await runNode([script, await newDatabase(servers.databaseUrl, peer), String(servers.postgresPid), String(PEER_CLOCKS)]);
    say(`${peer} ${JSON.stringify(figures[peer])}`);
    const ratio = Number((figures[peer].one_by_one_us / kept.us_per_clock).toFixed(1));
    ratios[`${peer}_cpu`] = ratio;
    if (!(ratio >= PEERS_AT_LEAST)) missed.push(`${peer}_cpu is ${ratio}, at least ${PEERS_AT_LEAST} are wanted`);
  }
}
