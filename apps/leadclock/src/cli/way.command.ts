import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { LoggedDelivery } from '@leadclock/read-model/outside/delivery-log.table.js';
import type { WayState } from '@leadclock/read-model/outside/way.table.js';
import type { Command } from 'commander';
import type { AddressFlags, ReadWay } from '../ways/way-words.js';
import { exitCodes, WrongUse } from './exit-codes.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';
import { layOut } from './table.js';
import { type Parts, withParts } from './with-parts.js';

interface AddFlags extends AddressFlags {
  readonly for: string;
  readonly language: string;
}

const NAME = /^[A-Za-z0-9._-]{1,64}$/;
/** A try takes 15 s at most. */
const testWithinMs = 30_000;

const example = `
Examples:
  leadclock way add ana --email ana@example.com --for rep:ana --language es
  leadclock way add sales --slack https://hooks.slack.com/services/… --for channel:sales
  leadclock way add crm --webhook https://crm.example.com/alerts --for everybody
  leadclock way test ana`;

/** `leadclock way …`: how alerts reach people besides the pages. */
export function addWayCommand(program: Command, report: Report): void {
  const ways = program.command('way').description('how alerts reach people besides the pages: e-mail, webhooks, Slack, Teams');
  ways
    .command('add')
    .argument('<name>', 'what you call it: letters, digits, . _ -')
    .description('set up a way; for a webhook the secret is printed that it is signed with (standardwebhooks.com)')
    .requiredOption('--for <whom>', 'rep:ID, team:ID, manager:ID, screen:ID, channel:ID, or everybody')
    .option('--email <address>', 'mail; the server is LEADCLOCK_SMTP_URL')
    .option('--webhook <url>', 'a program, which is told of ends too')
    .option('--slack <url>', 'an incoming webhook of Slack')
    .option('--teams <url>', 'an incoming webhook of Microsoft Teams')
    .option('--language <code>', 'en, es or ru', 'en')
    .addHelpText('after', example)
    .exitOverride()
    .action((name: string, flags: AddFlags) => add(name, flags));
  ways
    .command('list')
    .description('all ways, with their last success and failure; addresses are masked')
    .option('--json', 'print them as JSON')
    .exitOverride()
    .action(async ({ json }: { json?: boolean }) => {
      const { listWays } = await import('@leadclock/read-model/outside/way.table.js');
      const all = await withParts(readSettings(), ({ dataSource }) => listWays(dataSource));
      process.stdout.write(await shown(all, json === true));
    });
  ways
    .command('test')
    .argument('<name>')
    .description('send a test message by a way, and say what became of it')
    .exitOverride()
    .action(async (name: string) => {
      const failure = await withParts(readSettings(), (parts) => test(parts, name));
      process.stdout.write(failure === null ? `${name} works: the message was taken\n` : `${name} does not work: ${failure}\n`);
      if (failure !== null) report(exitCodes.differences);
    });
  ways
    .command('log')
    .argument('<name>')
    .description('the latest messages by a way, and what became of them')
    .option('--json', 'print them as JSON')
    .exitOverride()
    .action(async (name: string, { json }: { json?: boolean }) => {
      const { deliveriesBy } = await import('@leadclock/read-model/outside/delivery-log.table.js');
      const logged = await withParts(readSettings(), async ({ dataSource }) => {
        await mustBeThere(dataSource, name);
        return deliveriesBy(dataSource, name, 50);
      });
      process.stdout.write(loggedText(logged, json === true));
    });
  ways
    .command('replay')
    .argument('<name>')
    .description('send again what was given up by a way')
    .exitOverride()
    .action(async (name: string) => {
      const { replayDeliveries } = await import('@leadclock/read-model/outside/delivery-log.table.js');
      const { databaseTime } = await import('@leadclock/read-model/queries/feed.query.js');
      const again = await withParts(readSettings(), async ({ dataSource }) => {
        await mustBeThere(dataSource, name);
        return replayDeliveries(dataSource, name, await databaseTime(dataSource));
      });
      process.stdout.write(`${again} messages are sent again by ${name}\n`);
    });
  ways
    .command('remove')
    .argument('<name>')
    .description('take a way away, with its address and what was still to be sent by it')
    .exitOverride()
    .action(async (name: string) => {
      const { removeWay } = await import('@leadclock/read-model/outside/way.table.js');
      const removed = await withParts(readSettings(), ({ dataSource }) => removeWay(dataSource, name));
      if (!removed) throw noSuchWay(name);
      process.stdout.write(`${name} is removed\n`);
    });
}

function valueOf<T>(read: ReadWay<T>): T {
  if (!read.ok) throw new WrongUse(read.problem);
  return read.value;
}

async function add(name: string, flags: AddFlags): Promise<void> {
  const { readAddress, readListenerFlag } = await import('../ways/way-words.js');
  const { messageLanguages } = await import('@leadclock/alerts/channels/message-words.js');
  const { newSecret } = await import('@leadclock/alerts/channels/sign-webhook.js');
  const { addWay } = await import('@leadclock/read-model/outside/way.table.js');
  if (!NAME.test(name)) throw new WrongUse('the name may hold letters, digits, dot, underscore and dash, 64 at most');
  if (!messageLanguages.some((language) => language === flags.language))
    throw new WrongUse(`--language ${flags.language}: must be ${messageLanguages.join(', ')}`);
  const listener = valueOf(readListenerFlag(flags.for));
  const { kind, address } = valueOf(readAddress(flags));
  const secret = kind === 'webhook' ? newSecret() : null;
  const settings = readSettings();
  const way = { id: name, kind, listener, address, language: flags.language, secret };
  const added = await withParts(settings, ({ dataSource }) => addWay(dataSource, way));
  if (!added) throw new WrongUse(`there is a way ${name} already: remove it first, or take another name`);
  process.stdout.write(secret === null ? `${name} is set up: leadclock way test ${name}\n` : `${secret}\n`);
}

async function mustBeThere(dataSource: Parts['dataSource'], name: string): Promise<void> {
  const { listWays } = await import('@leadclock/read-model/outside/way.table.js');
  if (!(await listWays(dataSource)).some(({ id }) => id === name)) throw noSuchWay(name);
}

const noSuchWay = (name: string): WrongUse => new WrongUse(`there is no way ${name}: leadclock way list names them`);
const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

function loggedText(logged: readonly LoggedDelivery[], json: boolean): string {
  const rows = logged.map(({ alert, what, madeAt, tries, endedAt, ended, failure }) => ({
    made_at: instant(madeAt),
    what,
    alert,
    tries,
    ended: ended ?? 'on its way',
    ended_at: instant(endedAt),
    failure,
  }));
  return json ? `${JSON.stringify(rows)}\n` : table(['made', 'what', 'alert', 'tries', 'ended', 'at', 'why'], rows);
}

const table = (head: readonly string[], rows: readonly object[]): string =>
  layOut([[...head], ...rows.map((row) => Object.values(row).map((cell) => (cell === null ? '–' : String(cell))))]);

async function shown(ways: readonly WayState[], json: boolean): Promise<string> {
  const { listenerWord, maskedAddress } = await import('../ways/way-words.js');
  const rows = ways.map((way) => ({
    name: way.id,
    kind: way.kind,
    for: listenerWord(way.listener),
    to: maskedAddress(way),
    language: way.language,
    waiting: way.waiting,
    succeeded_at: instant(way.succeededAt),
    failed_at: instant(way.failedAt),
    failure: way.failure,
  }));
  if (json) return `${JSON.stringify(rows)}\n`;
  return table(['name', 'kind', 'for', 'to', 'language', 'waiting', 'last success', 'last failure', 'why'], rows);
}

/** Answers why the message could not be sent; null: it was taken. The running program sends it, as it sends alerts. */
async function test({ dataSource }: Parts, name: string): Promise<string | null> {
  const { putDeliveries } = await import('@leadclock/read-model/outside/delivery.table.js');
  const { deliveryState } = await import('@leadclock/read-model/outside/delivery-log.table.js');
  const { databaseTime } = await import('@leadclock/read-model/queries/feed.query.js');
  const alert = `test-${randomUUID()}`;
  await putDeliveries(dataSource.manager, [{ way: name, alert, what: 'test' }], await databaseTime(dataSource));
  for (let waited = 0; waited < testWithinMs; waited += 100) {
    const state = await deliveryState(dataSource, name, alert);
    if (state === null) throw noSuchWay(name);
    if (state.ended === 'delivered') return null;
    if (state.ended !== null) return state.failure ?? 'it was given up';
    await pause(100);
  }
  return 'nobody has sent it: is a program with alerts running (leadclock start)?';
}
