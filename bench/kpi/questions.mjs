import { built } from '../measure/built.mjs';

const { kpis } = await built('libs/domain/src/kpi/catalogue.js');
const { isFormula } = await built('libs/domain/src/kpi/kpi.js');

const DAY = 86_400_000;
export const WINDOWS = { '24h': DAY, '7d': 7 * DAY, '28d': 28 * DAY, '90d': 90 * DAY };

const usual = ({ parameters }) => Object.fromEntries(Object.entries(parameters).map(([name, { default: value }]) => [name, value]));

export const aggregates = kpis.filter((kpi) => !isFormula(kpi));
export const isStock = (kpi) => kpi.shape(usual(kpi)) === 'stock';

/** Each aggregate by rep in each window; a stock as it stands. */
export const questionsOf = () =>
  aggregates.flatMap((kpi) =>
    (isStock(kpi) ? [null] : Object.keys(WINDOWS)).map((window) => ({
      name: nameOf(kpi.name, window),
      kpi,
      params: { by: 'rep', ...(window === null ? {} : { window }) },
    })),
  );

export const nameOf = (name, window) => (window === null ? name : `${name} ${window}`);
export const names = questionsOf().map(({ name }) => name);
