import { type Answer, answerOf } from '@leadclock/domain/kpi/answer.js';
import { disputesOf } from '@leadclock/read-model/queries/leads.query.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Answered, Here, Params } from './answered.js';
import { type FactRow, factRow } from './fact-row.js';
import { factsInOrder } from './facts-in-order.js';
import { CursorInstant, readCursor, readLimit, writeCursor } from './paging.js';
import { understand } from './question.js';
import { checkPart, readRowChoice } from './rows-wanted.js';

/** One page of `GET /v1/kpis/:kpi/rows`; `next` is the cursor of the page after it, null on the last. */
export type Rows = Omit<Answer, 'groups'> & { readonly rows: readonly FactRow[]; readonly next: string | null };

/** `asOf` is held so that all pages are of one instant. */
const Cursor = z.strictObject({ asOf: CursorInstant, part: z.int(), subject: z.string(), kind: z.string(), n: z.int() });

/** The facts that the number is made of, the excluded ones too. */
export async function rows(dataSource: DataSource, kpi: string, params: Params, here: Here): Promise<Answered<Rows>> {
  const { limit: limitGiven, cursor: cursorGiven, ...asked } = params;
  const limit = readLimit(limitGiven);
  if (!limit.ok) return limit;
  const after = readCursor(cursorGiven, Cursor);
  if (!after.ok) return after;
  const choice = readRowChoice(asked);
  if (!choice.ok) return choice;
  const { wanted, question } = choice.body;
  const now = after.body?.asOf ?? here.now;
  return inSnapshot(dataSource, async (snapshot) => {
    const understood = await understand(snapshot, kpi, question, { now });
    if (!understood.ok) return understood;
    const checked = checkPart(understood.body, wanted.of);
    if (!checked.ok) return checked;
    const page: (readonly [subject: string, FactRow])[] = [];
    const from = { after: after.body, first: limit.body + 1 };
    let next: string | null = null;
    let last: z.infer<typeof Cursor> | null = null;
    for await (const { part, index, fact, excluded } of factsInOrder(understood.body, wanted, from)) {
      if (page.length === limit.body) {
        next = writeCursor(last);
        break;
      }
      page.push([fact.subject, factRow(part, fact, excluded)]);
      last = { asOf: now, part: index, subject: fact.subject, kind: fact.kind, n: fact.n };
    }
    const { groups: _, ...head } = answerOf(understood.body.kpi, understood.body.asking, []);
    const disputes = await disputesOf(snapshot, [...new Set(page.map(([subject]) => subject))]);
    return { ok: true, body: { ...head, rows: page.map(([subject, row]) => ({ ...row, dispute: disputes.get(subject) ?? null })), next } };
  });
}
