import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { humanised } from '../console/source-words.js';
import { useWindowWords } from './window-words.js';

const sections = {
  response: msg`Response`,
  touches: msg({ message: 'Touches', context: 'a section of the catalogue' }),
  funnel: msg`Funnel`,
  closing: msg({ message: 'Closing', context: 'a section of the catalogue' }),
  money: msg`Money and customers`,
} as const;

const dimensions = {
  rep: msg`Rep`,
  team: msg`Team`,
  origin: msg`Source`,
  campaign: msg`Campaign`,
  channel: msg`Channel`,
  segment: msg`Segment`,
  product: msg`Product`,
  pipeline: msg`Pipeline`,
  stage: msg`Stage`,
  band: msg({ message: 'Answered in', context: 'so many minutes' }),
  outcome: msg({ message: 'Outcome', context: 'of a call or message' }),
  actor: msg({ message: 'By whom', context: 'a person or a machine' }),
  direction: msg`Direction`,
  currency: msg`Currency`,
  customer: msg`Customer`,
  lead: msg`Lead`,
} as const;

const parameters = {
  clock: msg({ message: 'Clock', context: 'working time or around the clock' }),
  basis: msg({ message: 'Counted by', context: 'a parameter of a KPI' }),
  actor: msg({ message: 'Touches by', context: 'people, or machines too' }),
  mode: msg({ message: 'Next stage', context: 'a parameter of a KPI' }),
  start: msg({ message: 'Counted from', context: 'a parameter of a KPI' }),
  weighted: msg({ message: 'By probability', context: 'a parameter of a KPI' }),
} as const;

const choices = {
  'clock working': msg`working time`,
  'clock wall': msg`around the clock`,
  'basis booked': msg`meeting booked`,
  'basis held': msg`meeting held`,
  'basis entered': msg`entered in the window`,
  'basis stock': msg`standing now`,
  'basis opportunity': msg({ message: 'opportunity', context: 'counted by' }),
  'basis qualified': msg({ message: 'qualified', context: 'counted by' }),
  'basis revenue': msg({ message: 'revenue', context: 'counted by' }),
  'basis customers': msg({ message: 'customers', context: 'counted by' }),
  'basis deals': msg({ message: 'deals', context: 'counted by' }),
  'basis subscriptions': msg({ message: 'subscriptions', context: 'counted by' }),
  'actor human': msg`people`,
  'actor any': msg`people and machines`,
  'mode any': msg`any later one`,
  'mode strict': msg`the very next one`,
  'start lead': msg`the lead’s arrival`,
  'start contact': msg`the first contact`,
  'start deal': msg`the deal’s opening`,
  'weighted true': msg`yes`,
  'weighted false': msg`no`,
} as const;

const general = {
  window: msg`Period`,
  from: msg({ message: 'From', context: 'the start of a period' }),
  to: msg({ message: 'Until', context: 'the end of a period, not in it' }),
  as_of: msg`As it was at`,
  known_at: msg`As we knew it at`,
  by: msg`Group by`,
  bucket: msg`Trend by`,
} as const;

/** What a question is made of, in words; what the product does not know stands as it is written. */
export function useQuestionWords() {
  const { i18n } = useLingui();
  const word =
    (table: Readonly<Record<string, ReturnType<typeof msg>>>) =>
    (code: string): string | null => {
      const found = table[code];
      return found === undefined ? null : i18n._(found);
    };
  const [dimension, parameter, choice] = [word(dimensions), word(parameters), word(choices)];
  return {
    section: (code: string): string => word(sections)(code) ?? humanised(code),
    dimension: (code: string): string => dimension(code) ?? humanised(code),
    parameter: (code: string): string => parameter(code) ?? humanised(code),
    choice: (name: string, value: string): string => choice(`${name} ${value}`) ?? humanised(value),
    window: useWindowWords(),
    /** a field of the form by the name it has in an address; `own`: whether it is a parameter of the KPI */
    field: (code: string, own: boolean): string => word(general)(code) ?? (own ? parameter(code) : dimension(code)) ?? code,
  };
}
