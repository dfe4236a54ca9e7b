import { copyOut } from './copy-out.js';
import { literal, whole } from './fact-where.js';
import type { Snapshot } from './snapshot.js';

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
  const foreign = home === null ? '' : ` and currency <> ${literal(home)}`;
  const where = `currency is not null and kind <> 'rate' and value is not null and "from" <= ${now} and (until is null or until > ${now})${foreign}`;
  // the row of an entry lies at that instant, but the amount of its deal stands
  const placed = `case when kind = 'stage' then null else at end`;
  await copyOut(em, `select currency, ${placed}, count(*) from ${set.name}.fact where ${where} group by 1, 2`, 3, (row) => {
    onAmounts({ currency: row.text(0) ?? '', at: row.isNull(1) ? null : row.number(1), amounts: row.number(2) });
  });
}
