import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { z } from 'zod';
import { ask, refusalOf } from './ask.js';
import { WrongUse } from './exit-codes.js';
import { readSettings } from './read-settings.js';
import type { Report } from './run-cli.js';
import { waitForFigures } from './wait-for-figures.js';
import { type Parts, withParts } from './with-parts.js';

const Refused = z.looseObject({ rejected: z.array(z.looseObject({ path: z.string(), problem: z.string() })) });

/** `leadclock erase LEAD`: destroys a person's details; the numbers stay. */
export function addEraseCommand(program: Command, _report: Report): void {
  program
    .command('erase')
    .argument('<lead>', 'its id')
    .option('--reason <code>', 'why: letters, digits, _ and -')
    .description("destroy a person's details, of all leads that are merged with this one; its numbers stay")
    .addHelpText('after', '\nExample:\n  leadclock erase L-1042 --reason requested')
    .action(async (lead: string, { reason }: { reason?: string }) => {
      const settings = readSettings();
      await withParts(settings, async (parts) => {
        await ask(`${parts.program.url}/v1/leads/${encodeURIComponent(lead)}`);
        await send(parts, settings.dataFolder, lead, reason);
        await waitForFigures(parts);
      });
      process.stdout.write(`the details of ${lead} are destroyed; its numbers stay\n`);
    });
}

async function send({ program: { url } }: Parts, dataFolder: string, lead: string, reason: string | undefined): Promise<void> {
  const { readApiKey } = await import('@leadclock/identity/api-key.js');
  const key = readApiKey(dataFolder);
  if (key === null) throw new Error(`there is no API key in ${dataFolder}`);
  const event = {
    specversion: '1.0',
    source: '/leadclock/erase',
    id: randomUUID(),
    type: 'lead.erased',
    subject: lead,
    time: new Date().toISOString(),
    data: reason === undefined ? {} : { reason },
  };
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents+json' };
  const response = await fetch(`${url}/v1/events`, { method: 'POST', headers, body: JSON.stringify(event) });
  if (response.status === 202) return;
  const body = await response.text();
  if (response.status !== 400) throw refusalOf(response.status, body);
  const [{ path, problem } = { path: '', problem: body }] = Refused.parse(JSON.parse(body)).rejected;
  throw new WrongUse(`${path}: ${problem}`);
}
