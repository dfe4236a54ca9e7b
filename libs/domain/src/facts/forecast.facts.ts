import { endOfDate, startOfDate } from '../calendar/zone.js';
import { siteOf } from '../kpi/site.js';
import type { FactMaker } from './facts-of.js';

/**
 * Forecasts of won revenue: `since` and `due` the period's bounds in the site's zone (`at` its start too), `value` the amount; rep and team
 * are whose forecast it is, just as named. True from when it was submitted until the same forecast is submitted anew before its period has
 * begun. `outcome` and `item` are the event's source and id, as of targets. Excluded: `after_start`, one that came when its period had begun.
 */
export const forecastFacts: FactMaker = (rows, state, configuration) => {
  if (state.other === null) return;
  const { zone } = siteOf(configuration);
  const { forecasts } = state.other;
  for (const [index, forecast] of forecasts.entries()) {
    const since = startOfDate(zone, forecast.from);
    const due = endOfDate(zone, forecast.to);
    const next = forecasts[index + 1];
    const until = next !== undefined && next.at < since ? next.at : null;
    rows.add({ from: forecast.at, until }, [], (row) => {
      row.item = forecast.id;
      row.outcome = forecast.source;
      row.at = since;
      row.since = since;
      row.due = due;
      row.value = forecast.amount;
      row.currency = forecast.currency;
      row.rep = forecast.rep;
      row.team = forecast.team;
      row.product = null;
      row.excluded = forecast.at < since ? null : 'after_start';
    });
  }
};
