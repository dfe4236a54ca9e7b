import type { Command } from 'commander';
import { exitCodes, WrongUse } from './exit-codes.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';
import { withProgram } from './with-program.js';

const kinds = ['email', 'webhook', 'slack', 'teams'] as const;

interface AddFlags extends Partial<Record<(typeof kinds)[number], string>> {
  readonly for: string;
  readonly language: string;
}

interface ChangeFlags {
  readonly for?: string;
  readonly address?: string;
  readonly language?: string;
  readonly newSecret?: boolean;
}

const example = `
Examples:
  leadclock way add ana --email ana@example.com --for rep:ana --language es
  leadclock way add sales --slack https://hooks.slack.com/services/… --for channel:sales
  leadclock way add crm --webhook https://crm.example.com/alerts --for everybody
  leadclock way test ana`;

/** `leadclock way …`: how alerts reach people besides the pages. The running program decides what may be, as it does for its page. */
export function addWayCommand(program: Command, report: Report): void {
  const ways = program.command('way').description('how alerts reach people besides the pages: e-mail, webhooks, Slack, Teams');
  const command = (name: string, what: string) => ways.command(name).argument('<name>').description(what).exitOverride();
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
  command('change', 'change whom a way is for, its address, its language or its secret')
    .option('--for <whom>')
    .option('--address <address>', 'an e-mail address or a URL, as the way is')
    .option('--language <code>')
    .option('--new-secret', 'sign with another secret from now on, which is printed')
    .action(async (name: string, { newSecret, ...fields }: ChangeFlags) => {
      const flags = { for: '--for', address: '--address', language: '--language', new_secret: '--new-secret' };
      const body = { ...fields, ...(newSecret !== undefined && { new_secret: newSecret }) };
      process.stdout.write(await secretOr(await ask('PATCH', placeOf(name), { body, flags }), `${name} is changed`));
    });
  for (const [word, paused, said] of [
    ['pause', true, 'is paused: nothing is sent by it, and what alerts say meanwhile is not sent later'],
    ['resume', false, 'goes on'],
  ] as const)
    command(word, paused ? 'send nothing by a way until it is resumed' : 'go on with a way that was paused').action(
      async (name: string) => {
        await ask('PATCH', placeOf(name), { body: { paused } });
        process.stdout.write(`${name} ${said}\n`);
      },
    );
  ways
    .command('list')
    .description('all ways, with their last success and failure; addresses are masked')
    .option('--json', 'print the answer of GET /v1/ways')
    .exitOverride()
    .action(async ({ json }: { json?: boolean }) => {
      const text = await ask('GET', '');
      const { waysText } = await import('../ways/ways-text.js');
      process.stdout.write(json ? `${text}\n` : waysText(text));
    });
  command('test', 'send a test message by a way, and say what became of it').action(async (name: string) => {
    const text = await ask('POST', `${placeOf(name)}/test`);
    const isTaken = (await fieldOf(text, 'outcome')) === 'taken';
    const said = isTaken ? 'works: the message was taken' : `does not work: ${String(await fieldOf(text, 'failure'))}`;
    process.stdout.write(`${name} ${said}\n`);
    if (!isTaken) report(exitCodes.differences);
  });
  command('log', 'the latest messages by a way, and what became of them')
    .option('--json', 'print the answer of GET /v1/ways/NAME/log')
    .action(async (name: string, { json }: { json?: boolean }) => {
      const text = await ask('GET', `${placeOf(name)}/log?limit=50`);
      const { wayLogText } = await import('../ways/ways-text.js');
      process.stdout.write(json ? `${text}\n` : wayLogText(text));
    });
  command('replay', 'send again what was given up by a way')
    .option('--message <number>', 'only this one of leadclock way log')
    .action(async (name: string, { message }: { message?: string }) => {
      const body = message === undefined ? {} : { delivery: Number(message) };
      const text = await ask('POST', `${placeOf(name)}/replays`, { body, flags: { delivery: '--message' } });
      process.stdout.write(`${String(await fieldOf(text, 'replayed'))} messages are sent again by ${name}\n`);
    });
  command('remove', 'take a way away, with its address and what was still to be sent by it').action(async (name: string) => {
    await ask('DELETE', placeOf(name));
    process.stdout.write(`${name} is removed\n`);
  });
}

async function add(name: string, flags: AddFlags): Promise<void> {
  const [kind, ...more] = kinds.filter((each) => flags[each] !== undefined);
  if (kind === undefined || more.length > 0) throw new WrongUse(`give one of ${kinds.map((each) => `--${each}`).join(', ')}`);
  const body = { way: name, kind, for: flags.for, address: flags[kind], language: flags.language };
  const named = { way: 'the name', kind: `--${kind}`, for: '--for', address: `--${kind}`, language: '--language' };
  process.stdout.write(await secretOr(await ask('POST', '', { body, flags: named }), `${name} is set up: leadclock way test ${name}`));
}

const fieldOf = async (text: string, name: string): Promise<unknown> => (await import('../ways/ask-ways.js')).fieldIn(text, name);

/** The secret in an answer, else what is said instead. */
async function secretOr(text: string, said: string): Promise<string> {
  const secret = await fieldOf(text, 'secret');
  return `${typeof secret === 'string' ? secret : said}\n`;
}

const placeOf = (name: string): string => `/${encodeURIComponent(name)}`;

type AskedWith = Parameters<typeof import('../ways/ask-ways.js').askWays>;

async function ask(method: AskedWith[1], path: string, more: AskedWith[3] = {}): Promise<string> {
  const { readApiKey } = await import('@leadclock/identity/api-key.js');
  const { askWays } = await import('../ways/ask-ways.js');
  const settings = readSettings();
  return withProgram(settings, ({ url }) => {
    const key = readApiKey(settings.dataFolder);
    if (key === null) throw new Error(`there is no API key in ${settings.dataFolder}`);
    return askWays({ url, key }, method, path, more);
  });
}
