import { disputesOf } from '@leadclock/read-model/queries/leads.query.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import type { Answered, Here, Params } from './answered.js';
import { csvLine, type FactRow, factRow, rowFields } from './fact-row.js';
import { factsInOrder } from './facts-in-order.js';
import { understand } from './question.js';
import { checkPart, readRowChoice } from './rows-wanted.js';

/** Rows as text: a head, and a line for each. */
export interface RowFormat {
  readonly contentType: string;
  readonly head: string;
  readonly line: (row: FactRow) => string;
}

/** RFC 4180, with the names of the columns first. */
export const csvRows: RowFormat = {
  contentType: 'text/csv; charset=utf-8',
  head: csvLine(rowFields),
  line: (row) => csvLine(rowFields.map((field) => row[field])),
};

/** A JSON object on each line, as the page of rows has it. */
export const jsonRows: RowFormat = {
  contentType: 'application/x-ndjson',
  head: '',
  line: (row) => `${JSON.stringify(row)}\n`,
};

const pieceLength = 64 * 1024;
const pageRows = 500;

/** All rows behind a number as text, handed to `write` piece by piece (it answers when it can take more); refused before the first piece or not at all. */
export async function exportRows(
  dataSource: DataSource,
  kpi: string,
  params: Params,
  here: Here,
  { head, line }: RowFormat,
  write: (text: string) => Promise<void>,
): Promise<Answered<null>> {
  const choice = readRowChoice(params);
  if (!choice.ok) return choice;
  const { wanted, question } = choice.body;
  return inSnapshot(dataSource, async (snapshot) => {
    const understood = await understand(snapshot, kpi, question, here);
    if (!understood.ok) return understood;
    const checked = checkPart(understood.body, wanted.of);
    if (!checked.ok) return checked;
    const disputes = await disputesOf(snapshot, null);
    let text = head;
    for await (const { part, fact, excluded } of factsInOrder(understood.body, wanted, { after: null, first: pageRows })) {
      text += line(factRow(part, fact, excluded, disputes));
      if (text.length < pieceLength) continue;
      await write(text);
      text = '';
    }
    await write(text);
    return { ok: true, body: null };
  });
}
