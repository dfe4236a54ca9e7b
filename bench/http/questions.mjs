const WEEK = 'from=2026-06-02&to=2026-06-09';
const DAY = 'from=2026-06-05&to=2026-06-06';

const rows = (kpi, params) => `/v1/kpis/${kpi}/rows?${params}`;

/** What is asked, by a name: an address, or one for each round. */
export const questions = {
  odd: '/v1/odd-data',
  odd_page: '/v1/odd-data?oddity=answer_before_arrival&limit=100',
  rates_missing: '/v1/rates/missing',
  disputes: '/v1/disputes?limit=20',
  leads_all: '/v1/leads',
  leads_all_next: { first: '/v1/leads?limit=1000' },
  leads_waiting: '/v1/leads?state=waiting',
  leads_late: '/v1/leads?state=late',
  leads_answered: '/v1/leads?state=answered',
  leads_of_rep: '/v1/leads?state=all&owner=rep-001',
  leads_odd: '/v1/leads?state=odd',
  leads_disputed: '/v1/leads?state=disputed',
  leads_named: (ids, i) =>
    `/v1/leads?${ids
      .slice(i * 50, i * 50 + 50)
      .map((id) => `lead=${encodeURIComponent(id)}`)
      .join('&')}`,
  lead: (ids, i) => `/v1/leads/${encodeURIComponent(ids[i * 7])}`,
  timeline: (ids, i) => `/v1/leads/${encodeURIComponent(ids[i * 11])}/timeline`,
  rows_all_time: rows('lead-response-time', ''),
  rows_week: rows('lead-response-time', WEEK),
  rows_day: rows('lead-response-time', DAY),
  rows_day_next: { first: rows('lead-response-time', `${DAY}&limit=1000`) },
  rows_day_of_rep: rows('lead-response-time', `${DAY}&rep=rep-001`),
  rows_of_rep: rows('lead-response-time', 'rep=rep-001'),
  rows_excluded: rows('lead-response-time', 'excluded=unanswered'),
  rows_excluded_rare: rows('lead-response-time', 'excluded=no_arrival'),
  rows_deals_week: rows('won-revenue', WEEK),
  rows_formula: rows('sales-velocity', WEEK),
  rows_customers: rows('customer-acquisition-cost', WEEK),
  revisions_day: `/v1/kpis/lead-response-time/revisions?${DAY}`,
  revisions_week: `/v1/kpis/lead-response-time/revisions?${WEEK}`,
  revisions_money: `/v1/kpis/won-revenue/revisions?${WEEK}`,
};
