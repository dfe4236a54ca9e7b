import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';

/** Why an event counted or did not: the reason codes of `GET /v1/leads/:lead/timeline` as sentences. */
const reasons = {
  conflict: msg`Another content came under the same identity, and that one counts.`,
  taken_back: msg`It was taken back: it counts as never sent.`,
  no_number: msg`It changes no number.`,
  not_about_a_lead: msg`It is not about a lead.`,
  nothing_changed: msg`What it says was so already.`,
  arrival: msg`It starts the lead’s clock, which never starts again.`,
  fills_attributes: msg`A later report of the same lead: it filled in what was missing and started nothing.`,
  owner_changed: msg`An owner is no answer. The new owner’s own clock starts.`,
  team_named: msg`A team was named. The lead’s clock goes on.`,
  same_owner: msg`The owner stays the same.`,
  claim_came_second: msg`Somebody else had claimed it before.`,
  claim_of_an_old_assignment: msg`The lead had been assigned anew since.`,
  qualified: msg`It counts as Qualified in the funnel.`,
  closing_taken_back: msg`The lead is open again, and waits from its arrival.`,
  closed: msg`The lead is closed.`,
  clock_stopped: msg`The clocks stand until the lead is resumed.`,
  clock_runs: msg`The clocks run again.`,
  merged: msg`Everything of this lead belongs to the other one.`,
  merge_ended: msg`The merge is taken back: the lead stands alone again.`,
  merge_replaced: msg`A later merge of the same lead counts.`,
  merge_circle: msg`It would have closed a circle of merges: it was skipped.`,
  disputed: msg`Somebody says that this is wrong. No number changes until it is accepted.`,
  dispute_accepted: msg`The dispute was accepted: the corrections that follow count.`,
  dispute_refused: msg`The dispute was refused: all stays as it is.`,
  no_dispute: msg`No dispute was open.`,
  first_answer: msg`The first answer: it stops the lead’s clock.`,
  later_answer: msg`An answer too, but the first one came before.`,
  failed: msg`It did not reach the lead.`,
  answered_until_failed: msg`It was an answer until it turned out not to have reached the lead.`,
  call_going_on: msg`The call was going on as the lead arrived: answered at once.`,
  before_arrival: msg`It lies before the arrival.`,
  no_arrival: msg`The lead has not arrived.`,
  actor_does_not_count: msg`Messages sent automatically never answer a lead.`,
  channel_does_not_count: msg`The policy does not count this channel as an answer.`,
  not_connected: msg`A call from the lead answers only once somebody picks it up.`,
  next_outcome: msg`The next outcome of a touch that is listed above.`,
  touch_corrected: msg`It corrects a touch, from its first moment on.`,
  touch_retracted: msg`It takes a touch back.`,
  retracted_touch: msg`This touch was taken back.`,
  unknown_touch: msg`No touch of this name was recorded before it.`,
  deal_opened: msg`A deal was opened.`,
  stage_entered: msg`The deal entered a stage: it counts in the funnel.`,
  deal_revised: msg`What it says of the deal holds from then on.`,
  deal_won: msg`It counts as Won.`,
  deal_lost: msg`The deal is lost.`,
  deal_reopened: msg`The deal is open again.`,
  same_outcome: msg`The same outcome again: it may correct the amount, the first instant stays.`,
  deal_is_closed: msg`The deal is closed: its stage changes no number.`,
  alert_told: msg`Somebody was told. Alerts change no other number.`,
  takes_back: msg`It takes an event back.`,
  nothing_to_take_back: msg`There is no such event yet.`,
} as const;

const isKnown = (code: string): code is keyof typeof reasons => code in reasons;

/** The sentence of a code; a newer server’s code stands as it is. */
export function useReasonWords(): (code: string) => string {
  const { i18n } = useLingui();
  return (code) => (isKnown(code) ? i18n._(reasons[code]) : code);
}
