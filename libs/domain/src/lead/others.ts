import { amountToUnits } from '../events/amount.js';
import type { Handlers } from './fold.js';
import type { SubjectState } from './lead-state.js';
import { newOther, type OtherState } from './other-state.js';
import { cancelled, changed, started } from './subscriptions.js';

/** The state after one of the histories grew. */
const after = (state: SubjectState, change: (other: OtherState) => Partial<OtherState>): SubjectState => {
  const other = state.other ?? newOther;
  return { ...state, other: { ...other, ...change(other) } };
};

/** What subjects that are no leads say: spend, subscriptions, surveys, targets, forecasts. */
export const otherHandlers: Handlers = {
  'spend.recorded': (state, { data }, { at }) =>
    after(state, ({ spends }) => {
      const { kind, origin = null, campaign = null, amount, from, to } = data;
      return { spends: [...spends, { at, kind, origin, campaign, amount: amountToUnits(amount), currency: amount.currency, from, to }] };
    }),
  'subscription.started': (state, { data }, { at }) =>
    after(state, ({ subscription }) => ({ subscription: started(subscription, at, data) })),
  'subscription.changed': (state, { data }, { at }) =>
    after(state, ({ subscription }) => ({ subscription: changed(subscription, at, data) })),
  'subscription.cancelled': (state, _event, { at }) => after(state, ({ subscription }) => ({ subscription: cancelled(subscription, at) })),
  'survey.answered': (state, { data }, { at }) =>
    after(state, ({ surveys }) => {
      const { score, rep = null, team = null } = data;
      return { surveys: [...surveys, { at, score, rep, team }] };
    }),
  'target.set': (state, { source, id, data }, { at }) =>
    after(state, ({ targets }) => {
      const { kpi, period, team = null, rep = null } = data;
      return { targets: [...targets, { at, source, id, ...period, team, rep, kpi, value: Math.round(data.value * 10_000) }] };
    }),
  'forecast.submitted': (state, { source, id, data }, { at }) =>
    after(state, ({ forecasts }) => {
      const { period, amount, team = null, rep = null } = data;
      const units = amountToUnits(amount);
      return { forecasts: [...forecasts, { at, source, id, ...period, team, rep, amount: units, currency: amount.currency }] };
    }),
};
