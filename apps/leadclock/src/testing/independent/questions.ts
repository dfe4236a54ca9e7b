import type { Window } from './by-hand.js';
import type { Tally } from './tallies.js';

/** What both are asked: the product by its parameters, the query of this folder by its tally; once for every slice and every window. */
export interface Question {
  readonly kpi: string;
  /** the product's own parameters beside slice and window */
  readonly params?: Readonly<Record<string, string>>;
  /** where the query does not have the KPI's name */
  readonly query?: string;
  readonly tally: Tally | null;
  readonly slices: readonly (readonly string[])[];
  readonly windows: readonly (keyof typeof windows)[];
  /** `working` unless said */
  readonly clock?: 'wall';
  /** exclusions of which the catalogue does not speak */
  readonly unjudged?: readonly string[];
  /** the product slices by these unasked */
  readonly isSlicedUnasked?: boolean;
  /** the stages of which this query tells, where the product tells of more */
  readonly stagesOf?: 'leads' | 'deals';
}

const midnight = (day: string): string => `timestamp '${day} 00:00' at time zone 'Europe/Madrid'`;

/** The same windows in the product's words and in SQL's; October's last week has 169 hours in Madrid. */
export const windows = {
  all: { params: {}, sql: { from: 'null', to: 'null' } },
  week: { params: { from: '2025-10-06', to: '2025-10-13' }, sql: { from: midnight('2025-10-06'), to: midnight('2025-10-13') } },
  autumn: { params: { from: '2025-10-24', to: '2025-10-31' }, sql: { from: midnight('2025-10-24'), to: midnight('2025-10-31') } },
  rolling: { params: { window: '7d' }, sql: { from: "as_of - interval '168 hours'", to: 'as_of' } },
  month: {
    params: { window: 'month' },
    sql: { from: "date_trunc('month', as_of at time zone 'Europe/Madrid') at time zone 'Europe/Madrid'", to: 'as_of' },
  },
} as const satisfies Readonly<Record<string, { readonly params: Readonly<Record<string, string>>; readonly sql: Window }>>;

const flow = ['all', 'week', 'autumn', 'rolling', 'month'] as const;
const stock = ['all'] as const;
const ofLeads = [[], ['rep'], ['team'], ['origin'], ['product'], ['team', 'origin'], ['rep', 'segment']] as const;
const ofDeals = [[], ['rep'], ['team'], ['origin'], ['product'], ['pipeline'], ['rep', 'product']] as const;
const ofStages = { slices: [['pipeline', 'stage']], isSlicedUnasked: true } as const;
const ofCustomers = [[], ['origin'], ['product']] as const;
const strict = { mode: 'strict' } as const;
const wall = { clock: 'wall', params: { clock: 'wall' } } as const;

export const questions: readonly Question[] = [
  { kpi: 'lead-response-time', tally: 'distribution', slices: ofLeads, windows: flow },
  { kpi: 'lead-response-time', ...wall, tally: 'distribution', slices: [[], ['rep']], windows: flow },
  { kpi: 'time-to-assign', tally: 'distribution', slices: ofLeads, windows: flow },
  { kpi: 'time-to-assign', ...wall, tally: 'distribution', slices: [[], ['rep']], windows: flow },
  { kpi: 'time-to-touch', tally: 'distribution', slices: ofLeads, windows: flow },
  { kpi: 'time-to-touch', ...wall, tally: 'distribution', slices: [[], ['rep']], windows: flow },
  { kpi: 'time-to-contact', tally: 'distribution', slices: ofLeads, windows: flow },
  { kpi: 'time-to-contact', ...wall, tally: 'distribution', slices: [[], ['rep']], windows: flow },
  { kpi: 'answered-in-target', tally: 'ratio', slices: ofLeads, windows: flow },
  { kpi: 'response-bands', tally: null, slices: [['band']], isSlicedUnasked: true, windows: flow },
  { kpi: 'response-bands', ...wall, tally: null, slices: [['band']], isSlicedUnasked: true, windows: flow },
  { kpi: 'waiting-now', tally: 'count', slices: ofLeads, windows: stock },
  { kpi: 'late-now', tally: 'count', slices: ofLeads, windows: stock },
  { kpi: 'unassigned-now', tally: 'count', slices: ofLeads, windows: stock },
  { kpi: 'oldest-waiting', tally: null, slices: ofLeads, windows: stock },
  { kpi: 'oldest-waiting', ...wall, tally: null, slices: ofLeads, windows: stock },
  { kpi: 'alert-lateness', tally: 'alerts', slices: [[], ['rep'], ['team'], ['origin']], windows: flow },
  { kpi: 'contact-rate', tally: 'ratio', slices: ofLeads, windows: flow },
  { kpi: 'never-answered', tally: 'ratio', slices: ofLeads, windows: flow },
  { kpi: 'touches-to-first-meeting', tally: 'distribution', slices: ofLeads, windows: flow },
  {
    kpi: 'touches-to-first-meeting',
    params: { basis: 'held' },
    query: 'touches-to-first-meeting-held',
    tally: 'distribution',
    slices: [[], ['rep'], ['team']],
    windows: flow,
  },
  {
    kpi: 'touches-to-first-meeting',
    params: { actor: 'any' },
    query: 'touches-to-first-meeting-any',
    tally: 'distribution',
    slices: [[], ['rep']],
    windows: flow,
  },
  { kpi: 'touches-per-lead', tally: 'perLead', slices: ofLeads, windows: flow },
  {
    kpi: 'rep-activity',
    tally: 'activity',
    slices: [...ofLeads, ['outcome'], ['channel', 'direction'], ['rep', 'actor', 'outcome']],
    windows: flow,
  },
  { kpi: 'leads-created', tally: 'count', slices: [...ofLeads, ['channel'], ['campaign', 'segment']], windows: flow },
  { kpi: 'lead-close-ratio', tally: 'ratio', slices: ofLeads, windows: flow },
  { kpi: 'lead-to-opportunity', tally: 'ratio', slices: ofLeads, windows: flow },
  {
    kpi: 'lead-to-opportunity',
    params: { basis: 'qualified' },
    query: 'lead-to-opportunity-qualified',
    tally: 'ratio',
    slices: [[], ['rep'], ['team']],
    windows: flow,
  },
  { kpi: 'funnel-volume', tally: 'funnel', ...ofStages, windows: flow },
  { kpi: 'funnel-volume', params: { basis: 'stock' }, query: 'funnel-volume-stock', tally: 'funnel', ...ofStages, windows: stock },
  { kpi: 'stage-conversion', query: 'stage-conversion-leads', tally: 'ratio', ...ofStages, windows: flow, stagesOf: 'leads' },
  { kpi: 'stage-conversion', query: 'stage-conversion-deals', tally: 'ratio', ...ofStages, windows: flow, stagesOf: 'deals' },
  {
    kpi: 'stage-conversion',
    params: strict,
    query: 'stage-conversion-leads-strict',
    tally: 'ratio',
    ...ofStages,
    windows: flow,
    stagesOf: 'leads',
  },
  {
    kpi: 'stage-conversion',
    params: strict,
    query: 'stage-conversion-deals-strict',
    tally: 'ratio',
    ...ofStages,
    windows: flow,
    stagesOf: 'deals',
  },
  { kpi: 'opportunity-close-ratio', tally: 'ratio', slices: ofDeals, windows: flow },
  { kpi: 'time-in-stage', tally: 'distribution', slices: [...ofDeals, ['stage'], ['stage', 'rep']], windows: flow },
  { kpi: 'pipeline-value', tally: 'sum', slices: ofDeals, windows: stock },
  {
    kpi: 'pipeline-value',
    params: { weighted: 'true' },
    query: 'pipeline-value-weighted',
    tally: 'sum',
    slices: [...ofDeals, ['stage']],
    windows: stock,
  },
  { kpi: 'pipeline-volume', tally: 'count', slices: [...ofDeals, ['stage']], windows: stock },
  { kpi: 'pipeline-vs-target', tally: null, slices: [[], ['rep'], ['team']], windows: stock },
  { kpi: 'deals-at-risk', tally: 'count', slices: ofDeals, windows: stock },
  { kpi: 'win-ratio', tally: 'winRatio', slices: ofDeals, windows: flow },
  { kpi: 'won-revenue', tally: 'sum', slices: ofDeals, windows: flow },
  { kpi: 'average-deal-size', tally: 'mean', slices: ofDeals, windows: flow },
  { kpi: 'sales-cycle-length', tally: 'distribution', slices: ofDeals, windows: flow },
  {
    kpi: 'sales-cycle-length',
    params: { start: 'contact' },
    query: 'sales-cycle-length-contact',
    tally: 'distribution',
    slices: ofDeals,
    windows: flow,
  },
  {
    kpi: 'sales-cycle-length',
    params: { start: 'deal' },
    query: 'sales-cycle-length-deal',
    tally: 'distribution',
    slices: ofDeals,
    windows: flow,
  },
  { kpi: 'product-performance', tally: null, slices: [['product']], isSlicedUnasked: true, windows: flow },
  // of what stands it takes the window's end, so windows that end when it is looked
  { kpi: 'sales-velocity', tally: null, slices: [[], ['rep'], ['team'], ['product']], windows: ['all', 'rolling', 'month'] },
  { kpi: 'forecast-accuracy', unjudged: ['after_start'], tally: null, slices: [[], ['rep'], ['team']], windows: flow },
  { kpi: 'target-attainment', tally: null, slices: [[], ['rep'], ['team']], windows: ['month'] },
  { kpi: 'cost-per-lead', tally: null, slices: [[], ['origin'], ['origin', 'campaign']], windows: flow },
  { kpi: 'customer-acquisition-cost', tally: null, slices: [[]], windows: flow },
  { kpi: 'monthly-recurring-revenue', tally: 'sum', slices: ofCustomers, windows: stock },
  { kpi: 'annual-recurring-revenue', tally: 'sum', slices: ofCustomers, windows: stock },
  { kpi: 'churn-rate', tally: 'ratio', slices: ofCustomers, windows: flow },
  {
    kpi: 'churn-rate',
    params: { basis: 'revenue' },
    query: 'churn-rate-revenue',
    tally: null,
    slices: ofCustomers,
    windows: flow,
  },
  { kpi: 'customer-retention', tally: 'ratio', slices: ofCustomers, windows: flow },
  {
    kpi: 'customer-retention',
    params: { basis: 'revenue' },
    query: 'customer-retention-revenue',
    tally: null,
    slices: ofCustomers,
    windows: flow,
  },
  { kpi: 'customer-lifetime-value', tally: null, slices: ofCustomers, windows: stock },
  {
    kpi: 'customer-lifetime-value',
    params: { basis: 'deals' },
    query: 'customer-lifetime-value-deals',
    tally: null,
    slices: [[]],
    windows: stock,
  },
  { kpi: 'clv-to-cac', tally: null, slices: [[]], windows: ['all', 'rolling', 'month'] },
  { kpi: 'net-revenue-retention', tally: null, slices: ofCustomers, windows: flow },
  { kpi: 'expansion-revenue', tally: 'expansion', slices: [[], ['rep'], ['team'], ['origin'], ['product']], windows: flow },
  { kpi: 'net-promoter-score', tally: 'ratio', slices: [[], ['rep'], ['team']], windows: flow },
];

/**
 * The whole in every window; of what flows every slice once: over all time or over a week that moves, in turn, and where it is asked a second time (`turn`)
 * the other way round.
 */
export const asksOf = (
  { slices, windows: asked }: Question,
  turn: 0 | 1,
): readonly (readonly [by: readonly string[], window: keyof typeof windows])[] =>
  slices.flatMap((by, i) => {
    const moving = (i + turn) % 2 === 0 ? 'all' : 'rolling';
    return (i === 0 || asked.length === 1 ? asked : asked.filter((window) => window === moving)).map((window) => [by, window] as const);
  });
