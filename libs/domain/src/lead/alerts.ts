import { instantOf } from '../events/instant.js';
import type { Handlers } from './fold.js';
import type { AlertMoment, AlertState, SubjectState } from './lead-state.js';

/** What every event of an alert says of it. */
interface AlertData {
  readonly alert: string;
  readonly step: string;
  readonly due_at: string;
}

/** Whom the product told, of what, and what came of it. Alerts change nothing else of the lead. */
export const alertHandlers: Handlers = {
  'alert.raised': (state, { data }, { at }) =>
    withAlert(state, data, (alert) => {
      const { raised } = alert;
      if (raised !== null) return alert;
      return { ...alert, raised: { at, due: instantOf(data.due_at), raisedAt: instantOf(data.raised_at), to: data.to } };
    }),
  'alert.shown': (state, { data }, { at }) =>
    withAlert(state, data, (alert) =>
      alert.shown === null ? { ...alert, shown: { at, shownAt: instantOf(data.shown_at), to: data.to } } : alert,
    ),
  'alert.acknowledged': (state, { data }, { at }) =>
    withAlert(state, data, (alert) => ({ ...alert, acknowledged: alert.acknowledged ?? moment(at, data.to) })),
  'alert.snoozed': (state, { data }, { at }) =>
    withAlert(state, data, (alert) => ({
      ...alert,
      snoozed: { ...moment(at, data.to), until: instantOf(data.until), reason: data.reason ?? null },
    })),
  'alert.resolved': (state, { data }, { at }) =>
    withAlert(state, data, (alert) => ({ ...alert, resolved: alert.resolved ?? moment(at, data.to) })),
  'alert.retracted': (state, { data }, { at }) =>
    withAlert(state, data, (alert) => ({ ...alert, retracted: alert.retracted ?? moment(at, data.to) })),
};

const moment = (at: number, to: string): AlertMoment => ({ at, to });

/** Changes one alert, the one that the event names; it is known from its first event on, whichever that is. */
function withAlert(state: SubjectState, data: AlertData, change: (alert: AlertState) => AlertState): SubjectState {
  const place = state.alerts.findIndex(({ alert }) => alert === data.alert);
  const before = state.alerts[place] ?? unheardOf(data);
  const after = change(before);
  if (after === before) return state;
  return { ...state, alerts: place < 0 ? [...state.alerts, after] : state.alerts.with(place, after) };
}

const unheardOf = ({ alert, step, due_at }: AlertData): AlertState => ({
  alert,
  step,
  due: instantOf(due_at),
  raised: null,
  shown: null,
  acknowledged: null,
  snoozed: null,
  resolved: null,
  retracted: null,
});
