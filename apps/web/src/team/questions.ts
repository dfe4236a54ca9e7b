import type { Filters, Showing } from './address.js';
import { addDays, windowOf } from './days.js';

type Params = Readonly<Record<string, string>>;

/** Days that a trend on this page shows, today among them. */
export const TREND_DAYS = 30;

const query = (params: Params): string => {
  const text = new URLSearchParams(params).toString();
  return text === '' ? '' : `?${text}`;
};

/** Where a KPI, its rows or its trend are asked for. The address is also the name under which the answer is kept. */
const kpi = (name: string, params: Params, part: '' | '/rows' | '/trend' = ''): string => `/v1/kpis/${name}${part}${query(params)}`;

/** The filters as dimensions of a KPI; `of` stands in for the rep. */
export function slicesOf({ team, rep, source }: Filters, of?: string | null): Params {
  const who = of === undefined ? rep : (of ?? 'null');
  return { ...(team === null ? {} : { team }), ...(who === null ? {} : { rep: who }), ...(source === null ? {} : { origin: source }) };
}

const clockOf = ({ hours }: Filters): Params => (hours === 'clock' ? { clock: 'wall' } : {});

/** All figures of the page, asked for one by one. `today` is the day in the site's zone. */
export function figureQuestions(filters: Filters, today: string) {
  const stock = { ...slicesOf(filters), ...clockOf(filters) };
  const slices = { ...windowOf(filters.period, today), ...slicesOf(filters) };
  const flow = { ...slices, ...clockOf(filters) };
  const byRep = { by: 'rep' };
  return {
    waiting: kpi('waiting-now', { ...stock, ...byRep }),
    late: kpi('late-now', { ...stock, ...byRep }),
    oldestLate: leadsQuestion(filters, 'late', undefined, 1),
    inTarget: kpi('answered-in-target', flow),
    response: kpi('lead-response-time', flow),
    funnel: kpi('funnel-volume', slices),
    answers: kpi('lead-response-time', flow, '/rows'),
    repAnswers: kpi('lead-response-time', { ...flow, ...byRep }),
    repTargets: kpi('answered-in-target', { ...flow, ...byRep }),
  } as const;
}

/** Leads as they stand now, the longest wait first. */
export function leadsQuestion(filters: Filters, state: string, of: string | null | undefined, limit: number): string {
  const { rep: owner, ...slices } = slicesOf(filters, of);
  return `/v1/leads${query({ state, ...slices, ...(owner === undefined ? {} : { owner }), limit: String(limit) })}`;
}

/** Names and states of these leads. */
export const namesQuestion = (leads: readonly string[]): string =>
  `/v1/leads?${new URLSearchParams([...leads.map((lead) => ['lead', lead]), ['limit', String(leads.length)]]).toString()}`;

/** The answers of a day or a period, one a row. */
export const answersQuestion = (filters: Filters, window: Params): string =>
  kpi('lead-response-time', { ...window, ...slicesOf(filters), ...clockOf(filters) }, '/rows');

/** The alerts that fell due in the period, one a row. */
export const latenessQuestion = (filters: Filters, today: string): string =>
  kpi('alert-lateness', { ...windowOf(filters.period, today), ...slicesOf(filters) }, '/rows');

/** The facts behind a figure that is a flow; null: its leads are asked for as they stand (`leadsQuestion`). */
export function rowsQuestion(filters: Filters, { kind, detail, of }: Showing, today: string): string | null {
  const slices = { ...windowOf(filters.period, today), ...slicesOf(filters, of) };
  switch (kind) {
    case 'missed':
    case 'met':
      return kpi('answered-in-target', { ...slices, ...clockOf(filters) }, '/rows');
    case 'answered':
    case 'bin':
      return kpi('lead-response-time', { ...slices, ...clockOf(filters) }, '/rows');
    case 'stage':
      return kpi('funnel-volume', { ...slices, stage: detail ?? '' }, '/rows');
    default:
      return null;
  }
}

/** What came before, by day or by hour of the last 30 days. */
export function historyQuestions(filters: Filters, today: string) {
  const from = { from: addDays(today, 1 - TREND_DAYS) };
  const slices = { ...slicesOf(filters), ...clockOf(filters) };
  const daily = { bucket: 'day', ...from };
  const hourly = { bucket: 'hour', ...from };
  return {
    created: kpi('leads-created', { ...daily, ...slicesOf(filters) }, '/trend'),
    inTarget: kpi('answered-in-target', { ...daily, ...slices }, '/trend'),
    response: kpi('lead-response-time', { ...daily, ...slices }, '/trend'),
    waiting: kpi('waiting-now', { ...hourly, ...slices }, '/trend'),
    late: kpi('late-now', { ...hourly, ...slices }, '/trend'),
    reps: kpi('answered-in-target', { ...daily, ...slices, by: 'rep' }, '/trend'),
    hours: kpi('answered-in-target', { bucket: 'hour', from: addDays(today, -27), ...slices }, '/trend'),
  } as const;
}

/** The sources that leads came from in the last 30 days. */
export const sourcesQuestion = (today: string): string => kpi('leads-created', { from: addDays(today, 1 - TREND_DAYS), by: 'origin' });

export const leadQuestion = (lead: string): string => `/v1/leads/${encodeURIComponent(lead)}`;
export const timelineQuestion = (lead: string): string => `/v1/leads/${encodeURIComponent(lead)}/timeline`;
