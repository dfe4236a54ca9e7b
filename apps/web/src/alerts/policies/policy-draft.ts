import { newKey } from '../../console/commands.js';
import { readDuration, writeDuration } from './duration.js';
import type { Settings, Step } from './policy-answers.js';

export const traits = ['origin', 'team', 'segment', 'channel'] as const;
export type Trait = (typeof traits)[number];
/** null: any lead; an empty list: none. */
type Match = Readonly<Record<Trait, readonly string[] | null>>;
export const countLists = ['outbound', 'inbound', 'actors', 'unless'] as const;
export type Counts = Readonly<Record<(typeof countLists)[number], readonly string[]>>;

/** A step while somebody types it. `at`: a duration before or after the deadline, or a number of percent. */
export interface StepDraft {
  /** what tells it from the others on the page */
  readonly key: string;
  readonly id: string;
  readonly when: 'before' | 'at' | 'after' | 'percent';
  readonly at: string;
  readonly clock: Step['clock'];
  readonly of: Step['of'];
  readonly notify: readonly string[];
  /** '': none */
  readonly action: string;
  readonly repeat: string;
  readonly repeatMax: string;
}

/** A policy while somebody types it: texts are as they were typed. */
export interface PolicyDraft {
  readonly id: string;
  readonly order: string;
  readonly match: Match;
  /** '': that of the lead's team */
  readonly calendar: string;
  readonly answer: string;
  readonly contact: string;
  readonly counts: Counts;
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly snooze: string;
  readonly steps: readonly StepDraft[];
  /** RFC 3339; null: from the moment that it is saved */
  readonly from: string | null;
}

/** A step that nobody has typed anything into: the owner is told at the deadline. `taken`: the others. */
export function newStep(taken: readonly StepDraft[]): StepDraft {
  let count = taken.length + 1;
  while (taken.some(({ id }) => id === `step-${count}`)) count += 1;
  const plain = { clock: 'lead', of: 'answer', notify: ['owner'], action: '', repeat: '', repeatMax: '' } as const;
  return { key: newKey(), id: `step-${count}`, when: 'at', at: '', ...plain };
}

/** The policy that settings make, to be changed; of a new one `id` is '' and they are the default's. */
export function draftOf(
  id: string,
  { order, match, calendar, targets, counts, quiet, snooze_max_s, steps, effective_from }: Settings,
): PolicyDraft {
  const { origin = null, team = null, segment = null, channel = null } = match;
  const typed = (seconds: number | undefined): string => (seconds === undefined ? '' : writeDuration(seconds));
  return {
    id,
    order: String(order),
    match: { origin, team, segment, channel },
    calendar: calendar ?? '',
    answer: typed(targets.answer_s),
    contact: typed(targets.contact_s),
    counts: counts ?? { outbound: [], inbound: [], actors: [], unless: [] },
    quietFrom: quiet?.from ?? '',
    quietTo: quiet?.to ?? '',
    snooze: typed(snooze_max_s),
    steps: steps.map((step) => stepDraft(step, typed)),
    from: effective_from ?? null,
  };
}

function stepDraft(step: Step, typed: (seconds: number | undefined) => string): StepDraft {
  const { id, clock, of, notify, action = '', repeat_s, repeat_max, at_s, at_percent } = step;
  const rest = { key: newKey(), id, clock, of, notify, action, repeat: typed(repeat_s), repeatMax: String(repeat_max ?? '') };
  if (at_s !== undefined) return { ...rest, when: at_s < 0 ? 'before' : 'after', at: writeDuration(Math.abs(at_s)) };
  return at_percent === 100 ? { ...rest, when: 'at', at: '' } : { ...rest, when: 'percent', at: String(at_percent ?? '') };
}

/** What cannot be read yet: the fields, by their paths in the policy. */
export type Unread = readonly string[];

/** The policy as the server takes it, its fields in the order in which they are listed; what cannot be read is left out and named. */
export function writtenOf(draft: PolicyDraft): { readonly written: Readonly<Record<string, unknown>>; readonly unread: Unread } {
  const unread: string[] = [];
  const seconds = (path: string, typed: string): number | undefined => {
    if (typed.trim() === '') return undefined;
    const read = readDuration(typed);
    if (read === null) unread.push(path);
    return read ?? undefined;
  };
  const whole = (path: string, typed: string): number | undefined => {
    if (typed.trim() === '') return undefined;
    if (!/^-?\d{1,9}$/.test(typed.trim())) unread.push(path);
    return Number(typed);
  };
  if (draft.id.trim() === '') unread.push('$.policy');
  if (draft.order.trim() === '') unread.push('$.order');
  if ((draft.quietFrom === '') !== (draft.quietTo === '')) unread.push('$.quiet');
  const written = {
    policy: draft.id.trim(),
    order: whole('$.order', draft.order),
    match: Object.fromEntries(traits.flatMap((trait) => (draft.match[trait] === null ? [] : [[trait, draft.match[trait]]]))),
    calendar: draft.calendar === '' ? undefined : draft.calendar,
    targets: given({
      answer_s: seconds('$.targets.answer_s', draft.answer),
      contact_s: seconds('$.targets.contact_s', draft.contact),
    }),
    counts: draft.counts,
    quiet: draft.quietFrom === '' || draft.quietTo === '' ? undefined : { from: draft.quietFrom, to: draft.quietTo },
    snooze_max_s: seconds('$.snooze_max_s', draft.snooze),
    steps: draft.steps.map((step, index) => {
      const path = `$.steps[${index}]`;
      if (step.id.trim() === '') unread.push(`${path}.id`);
      return given({
        id: step.id.trim(),
        clock: step.clock,
        of: step.of,
        ...timeOf(step, path, unread),
        notify: step.notify,
        action: step.action === '' ? undefined : step.action,
        repeat_s: seconds(`${path}.repeat_s`, step.repeat),
        repeat_max: whole(`${path}.repeat_max`, step.repeatMax),
      });
    }),
    effective_from: draft.from ?? undefined,
  };
  return { written: given(written), unread };
}

function timeOf({ when, at }: StepDraft, path: string, unread: string[]): { readonly at_s?: number; readonly at_percent?: number } {
  if (when === 'at') return { at_percent: 100 };
  if (when === 'percent') {
    const percent = Number(at.replace(',', '.').replace(/\s*%$/, ''));
    if (at.trim() === '' || Number.isNaN(percent)) unread.push(`${path}.at_percent`);
    return { at_percent: percent };
  }
  const read = readDuration(at);
  if (read === null) unread.push(`${path}.at_s`);
  return { at_s: when === 'before' ? -(read ?? 0) : (read ?? 0) };
}

const given = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** Whether two drafts say the same. */
export const isSameDraft = (a: PolicyDraft, b: PolicyDraft): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b));

/** Keys only name the rows of the form. */
const plain = (draft: PolicyDraft) => ({ ...draft, steps: draft.steps.map((step) => ({ ...step, key: null })) });
