/**
 * Why an event of a lead counts or does not: every code, and what it says. Screens translate the codes; `values` of an
 * explained event fill in what the sentence is about.
 */
export const reasons = {
  // any event
  conflict: 'another content came under the same identity and counts',
  taken_back: 'an event.retracted names it: it counts as never sent',
  no_number: 'it is stored and shown, and changes no number',
  not_about_a_lead: 'its subject is no lead',
  nothing_changed: 'what it says was so already',
  // arrival and attributes
  arrival: 'the lead arrived: its clock starts',
  fills_attributes: 'a later lead.created: it filled what was unset and started nothing',
  // owners
  owner_changed: 'the owner changed: the clock of the owner starts',
  team_named: 'a team was named',
  same_owner: 'it names the present owner: no change of owner',
  claim_came_second: 'the assignment had been claimed',
  claim_of_an_old_assignment: 'another assignment had come since',
  // progress
  qualified: 'the lead was qualified',
  closing_taken_back: 'the lead was qualified after it had been disqualified: it is open again and waits from its arrival',
  closed: 'the lead was closed',
  clock_stopped: 'the clocks stand until the lead is resumed',
  clock_runs: 'the clocks run again',
  merged: 'everything of this lead belongs to the other one, in hindsight',
  merge_ended: 'the merge before it is taken back: the lead stands alone again',
  merge_replaced: 'a later merge of the same lead counts',
  merge_circle: 'it would have closed a circle of merges: it was skipped',
  // disputes
  disputed: 'somebody says that it is wrong: no number changes until it is accepted',
  dispute_accepted: 'the dispute was accepted: the corrections that follow count',
  dispute_refused: 'the dispute was refused: all stays as it is',
  no_dispute: 'no dispute was open',
  // touchpoints
  first_answer: 'the first answer: it stops the clock of the lead',
  later_answer: 'it answers too, after the first answer',
  failed: 'its latest outcome says that it did not reach the lead',
  answered_until_failed: 'it answered until its outcome said that it did not reach the lead',
  call_going_on: 'a call picked up before the arrival and still going on at it: it answers at the arrival',
  before_arrival: 'it lies before the arrival',
  no_arrival: 'the lead has not arrived',
  actor_does_not_count: 'only a human answers, or whom the policy names',
  channel_does_not_count: 'the policy does not count this channel as an answer',
  not_connected: 'an inbound call or chat answers only once it is connected',
  next_outcome: 'the next outcome of a touchpoint',
  touch_corrected: 'it corrects a touchpoint, from its first time on',
  touch_retracted: 'it takes a touchpoint back',
  retracted_touch: 'its touchpoint was taken back',
  unknown_touch: 'no touchpoint of this name was recorded before it',
  // deals
  deal_opened: 'a deal was opened',
  stage_entered: 'the deal entered a stage',
  deal_revised: 'what it says of the deal holds from its time on',
  deal_won: 'the deal was won',
  deal_lost: 'the deal was lost',
  deal_reopened: 'the deal is open again',
  same_outcome: 'the same outcome again: it may name another amount and keeps the first instant',
  deal_is_closed: 'a stage of a closed deal changes no number',
  // alerts
  alert_told: 'somebody was told of a deadline: how late is a number of its own',
  // retractions
  takes_back: 'it takes an event back',
  nothing_to_take_back: 'no event of this identity is there yet',
} as const;

export type ReasonCode = keyof typeof reasons;

/** What was decided about an event. `counts` says whether it changes a number; of a touchpoint: whether it answers. */
export interface Reason {
  readonly counts: boolean;
  readonly code: ReasonCode;
  readonly values: Readonly<Record<string, string | number | null>>;
}

export const because = (code: ReasonCode, values: Reason['values'] = {}): Reason => ({ counts: true, code, values });
export const notBecause = (code: ReasonCode, values: Reason['values'] = {}): Reason => ({ counts: false, code, values });
