import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { humanised } from '../console/source-words.js';

const titles = {
  after_period: msg`Targets set after their period had ended`,
  after_start: msg`Forecasts made after their period had begun`,
  answer_before_arrival: msg`Answers before the arrival`,
  currency_changed: msg`Subscriptions that went on in another currency`,
  held_before_booked: msg`Meetings held before they were booked`,
  lost_twice: msg`Deals lost twice`,
  negative_amount: msg`Amounts of less than nothing`,
  not_live: msg`Changes of subscriptions that were not live`,
  reversed_range: msg`Spend that ends before it begins`,
  too_long: msg`Spend over more than ten years`,
  unknown_currency: msg`Currencies without any rate`,
  unknown_stage: msg`Stages that their pipeline lacks`,
  won_twice: msg`Deals won twice`,
} as const;

const effects = {
  after_period: msg`They do not count.`,
  after_start: msg`They do not count.`,
  answer_before_arrival: msg`They answer nothing: the lead waits from its arrival.`,
  currency_changed: msg`How much they rose or fell cannot be said.`,
  held_before_booked: msg`Each counts at its own time.`,
  lost_twice: msg`The first time counts.`,
  negative_amount: msg`They count as they are.`,
  not_live: msg`Nothing came of them.`,
  reversed_range: msg`It is in no sum.`,
  too_long: msg`It is in no sum.`,
  unknown_currency: msg`They stand apart in every sum.`,
  unknown_stage: msg`They come after no other stage.`,
  won_twice: msg`The first time counts.`,
} as const;

const kinds = {
  lead: msg`lead`,
  spend: msg`spend`,
  subscription: msg`subscription`,
  survey: msg`survey`,
  target: msg`target`,
  forecast: msg`forecast`,
} as const;

/** What hardly can be so, what numbers make of it, and what said so; a newer server's code stands as words. */
export function useOddityWords() {
  const { i18n } = useLingui();
  const said =
    (table: Readonly<Record<string, ReturnType<typeof msg>>>) =>
    (code: string): string | null => {
      const found = table[code];
      return found === undefined ? null : i18n._(found);
    };
  return {
    title: (code: string): string => said(titles)(code) ?? humanised(code),
    effect: (code: string): string => said(effects)(code) ?? '',
    kind: (code: string): string => said(kinds)(code) ?? humanised(code),
  };
}
