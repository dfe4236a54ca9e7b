import { copyOut } from './copy-out.js';
import { literal, whole } from './fact-where.js';
import type { Snapshot } from './snapshot.js';

/** An amount in some currency: the condition of the index `fact_by_currency`. */
export const isAmount = (fact: string): string => `${fact}.kind <> 'rate' and ${fact}.value is not null and ${fact}.currency is not null`;

/** How many amounts of a currency stand at an instant; `at` null: they are of stocks, which are converted on the day they are asked about. */
export interface ForeignAmounts {
  readonly currency: string;
  readonly at: number | null;
  readonly amounts: number;
}

/** The amounts that are true at an instant and not in the home currency (null: in whichever). Each is to be read on the spot. */
export async function eachForeignAmount(
  { em, set }: Snapshot,
  home: string | null,
  trueAt: number,
  onAmounts: (amounts: ForeignAmounts) => void,
): Promise<void> {
  const now = whole(trueAt);
  // below or above, which an index finds; it does not find what differs
  const foreign = home === null ? '' : ` and (currency < ${literal(home)} or currency > ${literal(home)})`;
  const where = `${isAmount('f')} and "from" <= ${now} and (until is null or until > ${now})${foreign}`;
  // the row of an entry lies at that instant, but the amount of its deal stands
  const placed = `case when kind = 'stage' then null else at end`;
  await copyOut(em, `select currency, ${placed}, count(*) from ${set.name}.fact f where ${where} group by 1, 2`, 3, (row) => {
    onAmounts({ currency: row.text(0) ?? '', at: row.isNull(1) ? null : row.number(1), amounts: row.number(2) });
  });
}
