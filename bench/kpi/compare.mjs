import { figures } from './by-sql.mjs';
import { aggregates, isStock, nameOf, WINDOWS } from './questions.mjs';

const keyOf = (rep, member) => `${rep} ${member}`;

/** Throws where a live figure is not what SQL says of it, group by group; `rows` are those of the statement for all windows. */
export function compare(name, told, rows) {
  const kpi = aggregates.find((one) => one.name === name);
  const { member, isShare = false } = figures[name];
  const windows = isStock(kpi) ? [null] : Object.keys(WINDOWS);
  for (const [index, window] of windows.entries()) {
    const groups = new Map(
      told.get(nameOf(name, window)).map((group) => [keyOf(group.key.rep, member === undefined ? '' : group.key[member[0]]), group]),
    );
    for (const row of rows) {
      const [n, value] = [row[`n_${index}`], row[`value_${index}`]];
      if (n === 0) continue;
      const group = groups.get(keyOf(row.rep, row.member));
      const isSame =
        group !== undefined && (isShare || group.n === n) && Math.abs(group.value - value) <= 1e-9 * Math.max(1, Math.abs(value));
      if (!isSame)
        throw new Error(`${name} ${window} of ${row.rep} ${row.member}: ${JSON.stringify(group)} live, ${n} and ${value} by SQL`);
    }
  }
}
