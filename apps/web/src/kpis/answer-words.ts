import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { humanised } from '../console/source-words.js';

const units = {
  s: msg`a duration`,
  ratio: msg`a share`,
  times: msg`how many times`,
  money: msg`money`,
  'money/day': msg`money a day`,
  points: msg`points, −100 to 100`,
  leads: msg`leads`,
  deals: msg`deals`,
  touchpoints: msg`touchpoints`,
  touches: msg`touches`,
} as const;

const parts = {
  median: msg`median`,
  mean: msg`mean`,
  p90: msg`9 of 10 within`,
  p95: msg`19 of 20 within`,
  total: msg`sum of the amounts`,
  churn: msg`churn rate`,
  share: msg`share of all`,
  met: msg({ message: 'in target', context: 'how many were' }),
  breached: msg({ message: 'late', context: 'how many were' }),
  won: msg({ message: 'won', context: 'how many deals' }),
  lost: msg({ message: 'lost', context: 'how many deals' }),
  by_value: msg`by value`,
  talk_s: msg`talk time`,
  shown_median: msg`until shown, median`,
  shown_p95: msg`until shown, 19 of 20 within`,
  numerator: msg`of them`,
  denominator: msg`out of`,
  volume: msg`by count`,
  gross: msg`without rises`,
  bias: msg`bias`,
  pace: msg`at this pace`,
  target: msg`target`,
  reps_at_target: msg`reps at target`,
  win_ratio: msg`win ratio`,
  cycle_median: msg`sales cycle, median`,
  cycle_mean: msg`sales cycle, mean`,
  'money lost': msg({ message: 'lost', context: 'how many customers' }),
  reached: msg({ message: 'went on', context: 'how many reached a later stage' }),
  promoters: msg`promoters, 9 and 10`,
  passives: msg`passives, 7 and 8`,
  detractors: msg`detractors, 0 to 6`,
  spend: msg`spend`,
  revenue: msg`revenue`,
  deal_size: msg`average deal`,
  cycle_days: msg`cycle, days`,
  clv: msg`lifetime value`,
  cac: msg`acquisition cost`,
  mrr: msg`monthly sum`,
  rises: msg`rises`,
  falls: msg`falls and ends`,
  upsell: msg`upsell`,
  cross_sell: msg`cross-sell`,
} as const;

const reasons = {
  unanswered: msg`no answer by then`,
  before_arrival: msg`touched only before it arrived`,
  no_arrival: msg`never arrived as a lead`,
  pending: msg`target still ahead`,
  closed_before_deadline: msg`closed before its target`,
  unassigned: msg`nobody owned it`,
  none: msg`no meeting by then`,
  self_booked: msg`booked by the lead itself`,
  open: msg`still in it`,
  no_amount: msg`without an amount`,
  no_rate: msg`without an exchange rate`,
  unknown_stage: msg`stage not in its pipeline`,
  no_opening: msg`no opening known`,
  no_contact: msg`no contact before`,
  negative: msg`ended before it began`,
  too_long: msg`spread over more than ten years`,
  reversed_range: msg`ended before it began`,
  not_live: msg`what it changes was not live`,
  currency_changed: msg`its currency changed`,
  after_start: msg`told after the period began`,
  after_period: msg`told after the period ended`,
} as const;

/** What an answer says, in words; what a newer server says stands as it is written. */
export function useAnswerWords() {
  const { i18n } = useLingui();
  const word = (table: Readonly<Record<string, ReturnType<typeof msg>>>, code: string): string | null => {
    const found = table[code];
    return found === undefined ? null : i18n._(found);
  };
  return {
    unit: (code: string): string => word(units, code) ?? code,
    /** a field of a group that is the KPI's own; some mean another thing in one section of the catalogue than in the others */
    part: (field: string, section = ''): string => word(parts, `${section} ${field}`) ?? word(parts, field) ?? humanised(field),
    /** why a row does not count */
    reason: (code: string): string => word(reasons, code) ?? humanised(code).toLocaleLowerCase(),
  };
}
