import type { AnswerSpan } from './answers.js';
import type { ContactSpan } from './first-contact.js';
import type { TouchMoment } from './first-meeting.js';
import type { SubjectState } from './lead-state.js';
import { covers, type Span } from './spans.js';

/** The five stages of leads, in their order; a lead that arrived is in the first. */
export const leadStages: readonly string[] = ['created', 'answered', 'contacted', 'meeting', 'qualified'];

/** While a lead has reached a stage after the first: when it did, and by whom (null: by whoever owned it). */
export interface Reached extends Span {
  readonly stage: string;
  readonly at: number;
  readonly rep: string | null;
}

/** The stages that a lead with an arrival has reached, in their order. */
export function stagesReached(
  { arrivedAt, qualifications }: SubjectState,
  answers: readonly AnswerSpan[],
  contacts: readonly ContactSpan[],
  meeting: TouchMoment | null,
): readonly Reached[] {
  if (arrivedAt === null) return [];
  const reached: Reached[] = [];
  for (const { from, until, answer } of answers) reached.push({ stage: 'answered', from, until, at: answer.at, rep: answer.touch.rep });
  for (const { from, until, contact } of contacts)
    reached.push({ stage: 'contacted', from, until, at: contact.at, rep: contact.touch.rep });
  const addForEver = (stage: string, at: number, rep: string | null): void => {
    reached.push({ stage, from: Math.max(at, arrivedAt), until: null, at, rep });
  };
  if (meeting !== null) addForEver('meeting', meeting.at, meeting.touch.rep);
  const qualified = qualifications[0];
  if (qualified !== undefined) addForEver('qualified', qualified.at, qualified.rep);
  return reached;
}

/** The furthest stage at an instant. */
export const furthestAt = (reached: readonly Reached[], at: number): string =>
  reached.findLast((stage) => covers(stage, at))?.stage ?? 'created';
