import { aggregateNamed } from '@leadclock/domain/kpi/catalogue.js';
import { type Aggregate, defineFormula, type Formula, type Part } from '@leadclock/domain/kpi/kpi.js';
import { askPart, combineByKey } from '@leadclock/domain/kpi/parts.js';
import type { KpiWords } from '@leadclock/domain/kpi/words.js';
import { at } from '@leadclock/domain/testing/clock-time.js';

const named = (name: string): Aggregate => {
  const kpi = aggregateNamed(name);
  if (kpi === null) throw new Error(name);
  return kpi;
};
const said = { title: 'A story', formula: 'a formula', example: 'an example' };
const words: KpiWords = { en: said, es: said, ru: said };

/** A formula for stories: how many leads wait of those that `arrived` names, and of how many days. */
const formula = (name: string, arrived: (...asked: Parameters<Formula['parts']>) => Part['asking']): Formula =>
  defineFormula({
    name,
    version: 1,
    unit: 'ratio',
    better: 'less',
    words,
    dimensions: ['rep'],
    parts: (asking, context) => [
      { name: 'waiting', of: named('waiting-now'), asking: askPart(named('waiting-now'), asking) },
      { name: 'created', of: named('leads-created'), asking: arrived(asking, context) },
    ],
    combine: (groups, asking) =>
      combineByKey(groups, asking, ['waiting', 'created'], (same) => {
        const [waiting, n] = [same('waiting')?.value ?? 0, same('created')?.n ?? 0];
        const days = ((asking.to ?? asking.asOf) - (asking.from ?? 0)) / 86_400_000;
        return { value: n === 0 ? null : waiting / n, n, excluded: {}, fields: { days } };
      }),
  });

/** All that it is made of is of the present. */
export const waitingShare = formula('waiting-share', (asking) => askPart(named('leads-created'), asking));

/** A part of it is of the time before the window. */
export const waitingShareOfBefore = formula('waiting-share-of-before', (asking) =>
  askPart(named('leads-created'), asking, { from: null, to: null, window: null, asOf: asking.from ?? asking.asOf }),
);

/** A part of it is of what was there when all began. */
export const waitingShareOfOld = formula('waiting-share-of-old', (asking) =>
  askPart(named('leads-created'), asking, { from: null, to: null, window: null, asOf: at('08:00') }),
);

/** Half as far back as the window: what moves at a pace of its own. */
export const waitingShareOfHalf = formula('waiting-share-of-half', (asking) =>
  askPart(named('leads-created'), asking, { window: null, from: ((asking.from ?? 0) + asking.asOf) / 2 }),
);
