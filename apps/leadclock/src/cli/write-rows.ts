import { once } from 'node:events';
import { z } from 'zod';
import { ask, refusalOf } from './ask.js';
import { progressBar } from './progress-bar.js';

const Counted = z.looseObject({ row_count: z.number(), parts: z.array(z.looseObject({ name: z.string(), row_count: z.number() })) });

const acceptOf = { csv: 'text/csv', jsonl: 'application/x-ndjson' } as const;

/** Writes all rows behind a number to stdout as they come, no faster than they are taken; on a terminal with a progress bar on stderr. */
export async function writeRows(kpiUrl: string, query: URLSearchParams, as: keyof typeof acceptOf): Promise<void> {
  const total = process.stderr.isTTY ? await countRows(kpiUrl, query) : null;
  const response = await fetch(`${kpiUrl}/rows?${query.toString()}`, { headers: { accept: acceptOf[as] } });
  if (!response.ok || response.body === null) throw refusalOf(response.status, await response.text());
  const bar = progressBar('rows');
  let lines = as === 'csv' ? -1 : 0;
  try {
    for await (const piece of response.body) {
      lines += lineEndsIn(piece);
      if (total !== null) bar.show(Math.max(lines, 0), total);
      if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
    }
  } finally {
    bar.end();
  }
}

/** How many rows will come; null: only those of some reasons are wanted, which nobody has counted. */
async function countRows(kpiUrl: string, query: URLSearchParams): Promise<number | null> {
  if (query.has('excluded')) return null;
  const question = new URLSearchParams(query);
  const part = question.get('of');
  question.delete('of');
  const { row_count, parts } = Counted.parse(JSON.parse(await ask(`${kpiUrl}/explain?${question.toString()}`)));
  return part === null ? row_count : (parts.find(({ name }) => name === part)?.row_count ?? row_count);
}

const lineEnd = 10;

function lineEndsIn(piece: Uint8Array): number {
  let found = 0;
  for (const byte of piece) if (byte === lineEnd) found++;
  return found;
}
