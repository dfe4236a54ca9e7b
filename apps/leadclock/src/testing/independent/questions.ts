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
  /** the stages of which this query tells, where the product tells of more */
  readonly stages?: readonly string[];
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
const ofDeals = [[], ['rep'], ['team'], ['origin'], ['product'], ['rep', 'product']] as const;
const leadStages = ['created', 'answered', 'contacted', 'meeting', 'qualified'] as const;
const dealStages = ['discovery', 'proposal', 'negotiation'] as const;

export const questions: readonly Question[] = [
  { kpi: 'lead-response-time', tally: 'distribution', slices: ofLeads, windows: flow },
  { kpi: 'time-to-assign', tally: 'distribution', slices: ofLeads, windows: flow },
  { kpi: 'time-to-touch', tally: 'distribution', slices: ofLeads, windows: flow },
  { kpi: 'time-to-contact', tally: 'distribution', slices: ofLeads, windows: flow },
  { kpi: 'answered-in-target', tally: 'ratio', slices: ofLeads, windows: flow },
  { kpi: 'contact-rate', tally: 'ratio', slices: ofLeads, windows: flow },
  { kpi: 'never-answered', tally: 'ratio', slices: ofLeads, windows: flow },
  { kpi: 'touches-to-first-meeting', tally: 'distribution', slices: ofLeads, windows: flow },
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
  { kpi: 'funnel-volume', tally: 'funnel', slices: [['stage']], windows: flow },
  { kpi: 'stage-conversion', query: 'stage-conversion-leads', tally: 'ratio', slices: [['stage']], windows: flow, stages: leadStages },
  { kpi: 'stage-conversion', query: 'stage-conversion-deals', tally: 'ratio', slices: [['stage']], windows: flow, stages: dealStages },
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
  { kpi: 'target-attainment', tally: null, slices: [[], ['rep'], ['team']], windows: ['month'] },
  { kpi: 'cost-per-lead', tally: null, slices: [[], ['origin'], ['origin', 'campaign']], windows: flow },
  { kpi: 'customer-acquisition-cost', tally: null, slices: [[]], windows: flow },
  { kpi: 'monthly-recurring-revenue', tally: 'sum', slices: ofDeals, windows: stock },
  { kpi: 'churn-rate', tally: 'ratio', slices: [[], ['origin'], ['product']], windows: flow },
  {
    kpi: 'churn-rate',
    params: { basis: 'revenue' },
    query: 'churn-rate-revenue',
    tally: null,
    slices: [[], ['origin'], ['product']],
    windows: flow,
  },
  { kpi: 'net-revenue-retention', tally: null, slices: [[], ['origin'], ['product']], windows: flow },
  { kpi: 'expansion-revenue', tally: 'expansion', slices: [[], ['rep'], ['team'], ['origin'], ['product']], windows: flow },
  { kpi: 'net-promoter-score', tally: 'ratio', slices: [[], ['rep'], ['team']], windows: flow },
];

/** The whole in every window; every slice over all time and, of what flows, over a week that moves. */
export const asksOf = ({ slices, windows: asked }: Question): readonly (readonly [by: readonly string[], window: keyof typeof windows])[] =>
  slices.flatMap((by, i) =>
    (i === 0 ? asked : asked.filter((window) => asked.length === 1 || window === 'all' || window === 'rolling')).map(
      (window) => [by, window] as const,
    ),
  );
