import { type SampleEvent, sample } from '../sample-events.js';

const origins = ['plain', 'acting', 'away', 'quiet', 'owner'] as const;
const courses = ['waits', 'in_time', 'late', 'taken_back', 'claimed'] as const;

/** Which policy a lead is judged by, and what becomes of it; `claimed`: reps claim it as soon as they are told of it, and who wins calls at once. */
export interface LeadKind {
  readonly origin: (typeof origins)[number];
  readonly course: (typeof courses)[number];
}

export const kindOf = (number: number): LeadKind => ({
  origin: origins[number % origins.length] ?? 'plain',
  course: courses[Math.floor(number / origins.length) % courses.length] ?? 'waits',
});

/** A lead, and what its reps did with it. Instants are epoch milliseconds. */
interface LeadSoFar {
  readonly lead: string;
  readonly kind: LeadKind;
  readonly at: number;
  /** who won it, and when */
  readonly won: { readonly rep: string; readonly at: number } | null;
  /** when who won it called; null: not yet, or nobody won it */
  readonly calledAt: number | null;
}

const ANSWER_IN_TIME_MS = 300;
/** later than the first alert, before the last */
const ANSWER_LATE_MS = 2_500;
const TAKEN_BACK_MS = 600;
const TARGET_MS = 2_000;
const GIVEN_MS = 200;
/** Later than the last alert by more than anything is away: so that a long story does not drag all that came before along. */
const ANSWER_AT_LAST_MS = 30_000;

interface Happening {
  readonly id: string;
  readonly type: string;
  /** milliseconds after the arrival */
  readonly after: number;
  /** when it is sent, if not at once; milliseconds after the arrival */
  readonly sentAfter?: number;
  readonly data: (lead: string) => Readonly<Record<string, unknown>>;
}

/** What only keeps a long floor small: a floor that ends does without. */
export const atLast = 'at-last';

const answer = (id: string, after: number): Happening => ({
  id,
  type: 'touchpoint.recorded',
  after,
  data: () => ({ touchpoint: id, channel: 'call', direction: 'outbound', rep: 'ana', outcome: 'connected' }),
});

/** What is sent of a lead of this kind that arrives at an instant. */
export function lifeOf({ origin, course }: LeadKind, at: number, quietUntil: number): readonly Happening[] {
  const owner = origin === 'away' ? 'zoe' : 'ana';
  const endless = course === 'waits' || course === 'taken_back';
  return [
    {
      id: 'created',
      type: 'lead.created',
      after: 0,
      // with what follows: a door that goes in between would leave a lead that can be claimed as it was before
      sentAfter: origin === 'owner' ? GIVEN_MS : 0,
      data: () => ({ origin, owner, team: origin === 'away' ? 'south' : 'north' }),
    },
    ...(origin === 'owner' ? [{ id: 'given', type: 'lead.assigned', after: GIVEN_MS, data: () => ({ owner: 'luis' }) }] : []),
    ...(course === 'in_time' || course === 'taken_back' ? [answer('touch', ANSWER_IN_TIME_MS)] : []),
    ...(course === 'late' ? [answer('touch', ANSWER_LATE_MS)] : []),
    ...(course === 'taken_back'
      ? [{ id: 'back', type: 'event.retracted', after: TAKEN_BACK_MS, data: (lead: string) => ({ source: '/test', id: `${lead}-touch` }) }]
      : []),
    ...(endless ? [answer(atLast, ANSWER_AT_LAST_MS + (origin === 'quiet' ? Math.max(0, quietUntil - at) : 0))] : []),
  ];
}

/** What is due of a lead of this kind, by step, milliseconds after its arrival; a step that repeats is there more than once. */
const dueAfter: Readonly<Record<LeadKind['origin'], readonly (readonly [step: string, after: number])[]>> = {
  plain: [
    ['soon', 1_000],
    ['late', TARGET_MS],
    ['late', 3_000],
    ['late', 4_000],
    ['very', 3_500],
  ],
  acting: [
    ['next', TARGET_MS],
    ['pool', 4_000],
  ],
  away: [['away', TARGET_MS]],
  quiet: [['late', TARGET_MS]],
  // from when its second owner has it
  owner: [['late', GIVEN_MS + TARGET_MS]],
};

/** The alerts that a lead ought to have: `must`, whatever is killed; of others only whether they may be there. */
export function dueOf(lead: LeadSoFar, quietUntil: number) {
  const { origin, course } = lead.kind;
  const must = course !== 'late' && course !== 'claimed';
  const answeredAt = answeredAtOf(lead);
  return [...dueAfter[origin], ...ofNextOwner(lead)].flatMap(([step, after]) => {
    const told = origin === 'quiet' ? Math.max(lead.at + after, quietUntil) : lead.at + after;
    const answeredBefore = course === 'claimed' ? told >= answeredAt : lead.at + after >= answeredAt;
    return answeredBefore ? [] : [{ lead: lead.lead, step, dueAt: told, must }];
  });
}

/** When a lead was answered for good, before its last alert; Infinity: it was not. */
function answeredAtOf({ kind: { course }, at, calledAt }: LeadSoFar): number {
  if (course === 'in_time') return at + ANSWER_IN_TIME_MS;
  if (course === 'late') return at + ANSWER_LATE_MS;
  return calledAt ?? Number.POSITIVE_INFINITY;
}

/** The clock of an owner begins anew with who has won the lead, unless he had it. */
function ofNextOwner({ kind: { origin }, at, won }: LeadSoFar): readonly (readonly [step: string, after: number])[] {
  return origin === 'owner' && won !== null && won.rep !== 'luis' ? [['late', won.at - at + TARGET_MS]] : [];
}

const timeOfDay = (at: number): string => new Date(at).toISOString().slice(11, 16);
const step = (id: string, more: object) => ({ id, clock: 'lead', of: 'answer', notify: ['owner'], ...more });

/** People and policies, in force before the floor begins. `quietUntil`: when the quiet hours of one of them end, a whole minute. */
export function configurationOfFloor(now: number, quietUntil: number): readonly SampleEvent[] {
  const before = now - 3_600_000;
  const policy = (order: number, origin: LeadKind['origin'], steps: readonly object[], more: object = {}) =>
    sample(`policy-${origin}`, 'policy.set', origin, before, {
      order,
      match: { origin: [origin] },
      targets: { answer_s: 2 },
      steps,
      ...more,
    });
  const rep = (id: string, team: string) => sample(`rep-${id}`, 'rep.set', id, before, { name: id, team, active: true });
  return [
    sample('site', 'site.set', 'site', before, { name: 'Killed', zone: 'UTC', locale: 'en', currency: 'EUR' }),
    ...['north', 'south'].map((team) => sample(`team-${team}`, 'team.set', team, before, { name: team })),
    ...['ana', 'luis', 'mark'].map((id) => rep(id, 'north')),
    rep('zoe', 'south'),
    policy(1, 'plain', [
      step('soon', { at_s: -1 }),
      step('late', { at_percent: 100, notify: ['owner', 'manager'], repeat_s: 1, repeat_max: 2 }),
      step('very', { at_percent: 175, notify: ['team'] }),
    ]),
    policy(2, 'acting', [step('next', { at_percent: 100, action: 'reassign' }), step('pool', { at_s: 4, notify: [], action: 'pool' })]),
    policy(3, 'away', [step('away', { at_percent: 100, action: 'away' })]),
    policy(4, 'quiet', [step('late', { at_percent: 100 })], {
      quiet: { from: timeOfDay(quietUntil - 3_600_000), to: timeOfDay(quietUntil) },
    }),
    policy(5, 'owner', [step('late', { clock: 'owner', at_percent: 100, notify: ['claimant', 'owner'] })]),
  ];
}
