/** Which period the figures are of. `today` runs from the start of the day in the site's zone. */
export const periods = ['today', 'yesterday', '7d', '30d'] as const;
export type Period = (typeof periods)[number];

/** On which clock waits are counted: the policy's working time, or around the clock. */
export const hourChoices = ['working', 'clock'] as const;
export type Hours = (typeof hourChoices)[number];

/** What the page is about; null: all. */
export interface Filters {
  readonly team: string | null;
  readonly rep: string | null;
  readonly source: string | null;
  readonly period: Period;
  readonly hours: Hours;
}

const kinds = ['waiting', 'nobodys', 'late', 'missed', 'met', 'answered', 'bin', 'stage'] as const;
export type ShowKind = (typeof kinds)[number];

/** Which figure's leads the panel lists. */
export interface Showing {
  readonly kind: ShowKind;
  /** of `bin` its number from 0, of `stage` the stage; else null */
  readonly detail: string | null;
  /** of a row of the rep table: his id, null: leads that are nobody's; undefined: the page's own filter holds */
  readonly of: string | null | undefined;
}

/** All that the address says. */
export interface Address {
  readonly filters: Filters;
  readonly showing: Showing | null;
  /** the lead that is open in the panel */
  readonly lead: string | null;
}

export const noFilters: Filters = { team: null, rep: null, source: null, period: 'today', hours: 'working' };

const oneOf = <T extends string>(known: readonly T[], text: string | null): T | undefined => known.find((one) => one === text);

/** Reads an address; what nobody understands is as if it were not there. */
export function readAddress(params: URLSearchParams): Address {
  const text = (name: string): string | null => params.get(name) || null;
  return {
    filters: {
      team: text('team'),
      rep: text('rep'),
      source: text('source'),
      period: oneOf(periods, params.get('period')) ?? noFilters.period,
      hours: oneOf(hourChoices, params.get('hours')) ?? noFilters.hours,
    },
    showing: readShowing(params),
    lead: text('lead'),
  };
}

function readShowing(params: URLSearchParams): Showing | null {
  const [name = '', ...rest] = (params.get('show') ?? '').split(':');
  const kind = oneOf(kinds, name);
  const detail = rest.join(':');
  const needsDetail = kind === 'bin' || kind === 'stage';
  if (kind === undefined || needsDetail !== (detail !== '')) return null;
  const of = params.get('of');
  return { kind, detail: needsDetail ? detail : null, of: of === null ? undefined : of || null };
}

const ours = ['team', 'rep', 'source', 'period', 'hours', 'show', 'of', 'lead'] as const;

/** The query of an address, shortest form; parameters that are not ours stay as they were. */
export function writeAddress(before: URLSearchParams, { filters, showing, lead }: Address): URLSearchParams {
  const params = new URLSearchParams(before);
  for (const name of ours) params.delete(name);
  const put = (name: (typeof ours)[number], value: string | null, usual: string | null = null): void => {
    if (value !== null && value !== usual) params.set(name, value);
  };
  put('team', filters.team);
  put('rep', filters.rep);
  put('source', filters.source);
  put('period', filters.period, noFilters.period);
  put('hours', filters.hours, noFilters.hours);
  if (showing !== null) {
    put('show', showing.detail === null ? showing.kind : `${showing.kind}:${showing.detail}`);
    if (showing.of !== undefined) put('of', showing.of ?? '');
  }
  put('lead', lead);
  return params;
}

/** Whether the stream of the team is the answer to these filters; any other is asked for over HTTP. */
export const isLive = ({ rep, source, period, hours }: Filters): boolean =>
  rep === null && source === null && period === 'today' && hours === 'working';
