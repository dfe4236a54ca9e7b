import { z } from 'zod';
import { cellOf, keyCell } from './group-cells.js';
import { layOut } from './table.js';

const Revisions = z.looseObject({
  ended: z.string(),
  now: z.looseObject({ unit: z.string(), as_of: z.string() }),
  changes: z.array(z.looseObject({ key: z.record(z.string(), z.unknown()), now: z.unknown(), then: z.unknown(), difference: z.unknown() })),
  changed: z.object({ subjects: z.number(), by: z.record(z.string(), z.number()) }),
  subjects: z.array(z.looseObject({ subject: z.string(), reasons: z.array(z.string()) })),
  next: z.string().nullable(),
});

/** What was said when the window ended and what is said now, why, and of whom. */
export function revisionsTable(text: string): string {
  const { ended, now, changes, changed, subjects, next } = Revisions.parse(JSON.parse(text));
  const numbers = changes.map(({ key, now: is, then, difference }) => [keyCell(key), ...[then, is, difference].map(cellOf)]);
  const reasons = Object.entries(changed.by).map(([reason, n]) => `${reason} ${n}`);
  const leads = subjects.map(({ subject, reasons: why }) => [subject, why.join(', ')]);
  return [
    layOut([['', `at its end`, 'now', 'difference'], ...numbers]),
    `(unit: ${now.unit}; the window ended ${ended}, now is as of ${now.as_of})\n`,
    changed.subjects === 0 ? 'no lead has changed since\n' : `changed since: ${changed.subjects} (${reasons.join(', ')})\n`,
    leads.length === 0 ? '' : layOut([['lead', 'why'], ...leads]),
    next === null ? '' : `more: --cursor ${next}\n`,
  ].join('');
}
