import { createDataSource } from '@leadclock/read-model/data-source.js';
import { openInstallation } from '@leadclock/read-model/installation.js';
import { migrate } from '@leadclock/read-model/migrate.js';
import { addWay, listWays } from '@leadclock/read-model/outside/way.table.js';
import { plantAlerts } from '@leadclock/read-model/testing/plant-alerts.js';
import { DatabaseClock } from '@leadclock/runtime/database-clock.js';
import { createLogger } from '@leadclock/runtime/logger.js';
import { parseSettings } from '@leadclock/runtime/settings.js';
import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import { until } from '@leadclock/runtime/testing/until.js';
import type { DataSource } from 'typeorm';
import { Mailbox } from '../testing/mailbox.js';
import { Receiver } from '../testing/receiver.js';
import { WaysService } from './ways.service.js';

const ALERTS = 20;
/** A late machine is no fault of ours; one lane that waits for another waits for seconds. */
const MORE_MS = 1_000;
/** Less than the fifteen seconds after which a delivery has failed. */
const SLOW_MS = 10_000;

let dataSource: DataSource;
let mailbox: Mailbox;
let receiver: Receiver;
let service: WaysService;
const slow: NodeJS.Timeout[] = [];

beforeAll(async () => {
  const url = await freshDatabase();
  dataSource = await createDataSource(url).initialize();
  await migrate(dataSource);
  await openInstallation(dataSource, { partitions: 4 });
  [mailbox, receiver] = await Promise.all([Mailbox.open(), Receiver.open()]);
  const read = parseSettings({
    LEADCLOCK_SMTP_URL: mailbox.url,
    LEADCLOCK_MAIL_FROM: 'leads@example.com',
    LEADCLOCK_WEBHOOK_ALLOW: '127.0.0.0/8',
  });
  if (!read.ok) throw new Error('the settings of the story cannot be meant');
  service = new WaysService(dataSource, new DatabaseClock(Date.now, async () => Date.now()), read.settings, createLogger('fatal'));
  service.onApplicationBootstrap();
});
afterAll(async () => {
  for (const timer of slow) clearTimeout(timer);
  await service.onApplicationShutdown();
  await Promise.all([mailbox.close(), receiver.close()]);
  await dataSource.destroy();
});

const way = (id: string, more: object = {}) =>
  addWay(dataSource, { id, kind: 'webhook', listener: 'ana', address: `${receiver.url}/${id}`, language: 'en', secret: null, ...more });

/** How long alerts, one after the other, take from their commit to the healthy webhook and to the mail: the middle one, and the slowest. */
async function delays(name: string) {
  const [hooks, mails]: [number[], number[]] = [[], []];
  for (let number = 0; number < ALERTS; number += 1) {
    const id = `${name}-${number}`;
    await plantAlerts(dataSource, {
      id,
      lead: `lead-${id}`,
      step: 'due',
      dueAt: Date.now(),
      raisedAt: Date.now(),
      rep: 'ana',
      unconfirmed: false,
    });
    const from = performance.now();
    let [hook, mail]: [number | null, number | null] = [null, null];
    await until(`${id} at both`, () => {
      const passed = performance.now() - from;
      if (receiver.at('/healthy').some(({ body }) => body.includes(`"${id}"`))) hook ??= passed;
      if (mailbox.mails.some(({ raw }) => raw.includes(`X-Leadclock-Alert: ${id}\r\n`))) mail ??= passed;
      return hook !== null && mail !== null;
    });
    hooks.push(hook ?? 0);
    mails.push(mail ?? 0);
  }
  return { webhook: summed(hooks), mail: summed(mails) };
}

function summed(measured: readonly number[]) {
  const sorted = measured.map(Math.round).toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, slowest: sorted.at(-1) ?? 0 };
}

it('a webhook and mail that are well are as fast beside one that hangs, one that redirects and one that is slow as alone', async () => {
  await Promise.all([way('healthy'), way('mail', { kind: 'email', address: 'ana@example.com' })]);
  const alone = await delays('alone');
  receiver.answer('/hangs', () => undefined);
  receiver.answer('/redirects', (response) => response.writeHead(307, { location: `${receiver.url}/healthy` }).end());
  receiver.answer('/slow', (response) => slow.push(setTimeout(() => response.writeHead(204).end(), SLOW_MS)));
  await Promise.all(['hangs', 'redirects', 'slow'].map((id) => way(id)));
  const beside = await delays('beside');
  process.stderr.write(`from the commit to the other side, ms: ${JSON.stringify({ alone, beside })}\n`);
  for (const kind of ['webhook', 'mail'] as const)
    expect(beside[kind].median).toBeLessThanOrEqual(Math.max(3 * alone[kind].median, alone[kind].median + MORE_MS));
  // they were in the way all the time, and have got nothing of what was not theirs
  const stillWaiting = async (): Promise<Record<string, number>> =>
    Object.fromEntries((await listWays(dataSource)).map(({ id, waiting: many }) => [id, many]));
  // who receives a message has it before it is put down that he does
  await until('what was received to be put down', async () => {
    const { healthy, mail } = await stillWaiting();
    return healthy === 0 && mail === 0;
  });
  const waiting = await stillWaiting();
  expect(waiting).toMatchObject({ healthy: 0, mail: 0, hangs: ALERTS, redirects: ALERTS });
  expect(waiting['slow']).toBeGreaterThan(0);
  expect(receiver.at('/healthy')).toHaveLength(2 * ALERTS);
});
