import { textDigest } from '@leadclock/domain/events/identity.js';
import type { Command } from 'commander';
import { z } from 'zod';
import { ask } from './ask.js';
import { WrongUse } from './exit-codes.js';
import { postLeadEvent } from './post-lead-event.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';
import { waitForFigures } from './wait-for-figures.js';
import { withParts } from './with-parts.js';

interface Flags {
  readonly reason?: string;
  readonly rep?: string;
  readonly at?: string;
}

const Lead = z.looseObject({
  state: z.looseObject({
    status: z.string(),
    paused_at: z.string().nullable(),
    contacted_at: z.string().nullable(),
    merged_into: z.string().optional(),
  }),
  policy: z.looseObject({ contact_seconds: z.number().nullable() }).nullable(),
});
type Standing = z.output<typeof Lead>;

const flagOf = { '$.data.reason': '--reason', '$.data.rep': '--rep', '$.time': '--at' };

/** `leadclock pause LEAD` and `leadclock resume LEAD`: a lead's clock stands still, and runs again. Each is an event like any other sender's. */
export function addPauseCommand(program: Command, _report: Report): void {
  for (const [word, type, what, example] of [
    [
      'pause',
      'lead.paused',
      'stop the clock of a lead until it is resumed: its target moves on meanwhile; one that has passed stays so, and people are told',
      '--reason asked_for_later',
    ],
    ['resume', 'lead.resumed', 'let the clock of a lead run again that was paused', ''],
  ] as const)
    program
      .command(word)
      .argument('<lead>', 'its id')
      .option('--reason <code>', 'why: letters, digits, _ and -')
      .option('--rep <rep>', 'who did it')
      .option('--at <instant>', 'when it was done, RFC 3339; left out: now')
      .description(what)
      .addHelpText('after', `\nExample:\n  leadclock ${word} L-1042 ${example}`.trimEnd())
      .action((lead: string, flags: Flags) => write(type, lead, flags));
}

async function write(type: 'lead.paused' | 'lead.resumed', lead: string, { at, ...data }: Flags): Promise<void> {
  const settings = readSettings();
  await withParts(settings, async (parts) => {
    const address = `${parts.program.url}/v1/leads/${encodeURIComponent(lead)}`;
    const before = Lead.parse(JSON.parse(await ask(address)));
    const { merged_into: root } = before.state;
    if (root !== undefined) throw new WrongUse(`${lead} was merged into ${root}, and has no clock of its own; name ${root}`);
    // what is told afterwards corrects the past, whatever stands now
    const already = at === undefined ? alreadySo(type, lead, before) : null;
    if (already !== null) return void process.stdout.write(`${lead} ${already}; nothing has changed\n`);
    const time = at ?? new Date().toISOString();
    // the same once more is one event; with another reason or rep it is another one
    const id = textDigest(JSON.stringify([type, lead, time, data.reason, data.rep])).slice(0, 32);
    await postLeadEvent(parts.program, settings.dataFolder, { source: '/leadclock/pause', id, type, subject: lead, time, data }, flagOf);
    await waitForFigures(parts);
    const { paused_at: since } = Lead.parse(JSON.parse(await ask(address))).state;
    process.stdout.write(since === null ? `the clock of ${lead} runs\n` : `the clock of ${lead} stands still since ${since}\n`);
  });
}

/** What makes an event of now needless; null: nothing. A lead whose clock has ended has none that could stand still. */
function alreadySo(type: 'lead.paused' | 'lead.resumed', lead: string, standing: Standing): string | null {
  const { status, paused_at: since } = standing.state;
  if (type === 'lead.resumed') return since === null ? 'is not paused' : null;
  if (since !== null) return `has been paused since ${since}`;
  if (status === 'waiting' || waitsForContact(standing)) return null;
  throw new WrongUse(
    `${lead} is ${status}: its clock has ended; only a lead that waits for an answer, or for contact in time, can be paused`,
  );
}

/** Whether its target for contact still runs after the answer: pauses move that deadline, too. */
const waitsForContact = ({ state, policy }: Standing): boolean =>
  state.status === 'answered' && state.contacted_at === null && policy !== null && policy.contact_seconds !== null;
