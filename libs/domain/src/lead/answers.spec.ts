import fc from 'fast-check';
import type { CountsAsAnswer } from '../configuration/configuration.js';
import { at } from '../testing/clock-time.js';
import { lead } from '../testing/story.js';
import { answerSpans, earlySpans } from './answers.js';
import { foldSubject } from './fold-subject.js';
import type { SubjectState, Touch } from './lead-state.js';
import { covers, spanAt } from './spans.js';

const counts: CountsAsAnswer = {
  outbound: ['call', 'email'],
  inbound: ['call', 'chat'],
  actors: ['human'],
  unless: ['bounced', 'wrong_number'],
};
const clock = (minute: number): string => `09:${String(minute).padStart(2, '0')}`;
const instants = Array.from({ length: 25 }, (_, minute) => at(clock(minute)));

const anyRecord = fc.record({
  minute: fc.nat(20),
  touchpoint: fc.constantFrom('a', 'b', 'c', 'd'),
  channel: fc.constantFrom('call' as const, 'email' as const, 'chat' as const, 'task' as const),
  direction: fc.constantFrom('outbound' as const, 'inbound' as const),
  actor: fc.constantFrom('human' as const, 'human' as const, 'human' as const, 'ai' as const),
  outcome: fc.option(fc.constantFrom('connected' as const, 'no_answer' as const, 'bounced' as const, 'wrong_number' as const), {
    nil: undefined,
  }),
  duration_s: fc.option(
    fc.nat(12).map((minutes) => minutes * 60),
    { nil: undefined },
  ),
});

/** A lead that arrived at 9:10 with touchpoints around it, each recorded once or several times. */
const anyLead: fc.Arbitrary<SubjectState> = fc.array(anyRecord, { minLength: 1, maxLength: 8 }).map((records) => {
  const begun = lead('ada').arrived('09:10');
  const story = records.reduce((told, { minute, outcome, duration_s, ...touch }) => {
    const more = { ...(outcome !== undefined && { outcome }), ...(duration_s !== undefined && { duration_s }) };
    return told.touched(clock(minute), { ...touch, ...more });
  }, begun);
  return foldSubject(story.events).state;
});

const arrivedAt = at('09:10');

/** The rule, read for one touchpoint and one instant: from when it answers, if as of the instant it does. */
function answersFrom(touch: Touch, instant: number): { readonly at: number; readonly order: number } | null {
  if (touch.actor !== 'human') return null;
  if (touch.direction === 'outbound') {
    if (!['call', 'email'].includes(touch.channel) || touch.at < arrivedAt || touch.at > instant) return null;
    const latest = touch.outcomes.findLast((outcome) => outcome.at <= instant)?.outcome ?? 'none';
    return ['bounced', 'wrong_number'].includes(latest) ? null : { at: touch.at, order: touch.order };
  }
  if (!['call', 'chat'].includes(touch.channel) || instant < arrivedAt) return null;
  const reaches = ({ seconds }: { readonly seconds: number }): boolean => touch.at + seconds * 1000 >= arrivedAt;
  const before = touch.outcomes.find(({ at: when, outcome }) => outcome === 'connected' && when < arrivedAt);
  const from = (index: number): number => Math.max(arrivedAt, touch.durations[index]?.at ?? arrivedAt);
  const held = touch.durations.filter(
    (duration, index) => reaches(duration) && from(index) < (touch.durations[index + 1]?.at ?? Number.POSITIVE_INFINITY),
  );
  if (before !== undefined && held.length > 0) {
    const latest = touch.durations.findLast((duration) => duration.at <= instant);
    return latest !== undefined && reaches(latest) ? { at: arrivedAt, order: before.order } : null;
  }
  const connected = touch.outcomes.find(({ at: when, outcome }) => outcome === 'connected' && when >= arrivedAt);
  return connected !== undefined && connected.at <= instant ? connected : null;
}

function firstAt(state: SubjectState, instant: number): string | null {
  const all = state.touches.flatMap((touch) => {
    const from = answersFrom(touch, instant);
    return from === null ? [] : [{ ...from, id: touch.id }];
  });
  return all.toSorted((a, b) => a.at - b.at || a.order - b.order)[0]?.id ?? null;
}

describe('the first answer', () => {
  it('is at every instant the earliest of those that stand, read touchpoint by touchpoint', () => {
    fc.assert(
      fc.property(anyLead, (state) => {
        const spans = answerSpans(state, counts);
        expect(instants.map((instant) => spanAt(spans, instant)?.answer.touch.id ?? null)).toEqual(
          instants.map((instant) => firstAt(state, instant)),
        );
        for (const [index, { from, until, answer }] of spans.entries()) {
          expect(answer.at).toBeLessThanOrEqual(from);
          const next = spans[index + 1];
          if (next === undefined) continue;
          expect(until).not.toBeNull();
          expect(next.from).toBeGreaterThanOrEqual(until ?? 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('stands from when it is known, whichever was recorded first', () => {
    const story = lead('ada')
      .arrived('09:00')
      .touched('09:01', { channel: 'email', touchpoint: 'm' })
      .touched('09:02', { channel: 'email', touchpoint: 'm', outcome: 'bounced' })
      .called('09:05', 'ana')
      .touched('09:07', { channel: 'email', touchpoint: 'm', outcome: 'replied' });
    const told = answerSpans(foldSubject(story.events).state, counts).map(({ from, until, answer }) => [from, until, answer.touch.id]);
    expect(told).toEqual([
      [at('09:01'), at('09:02'), 'm'],
      [at('09:05'), at('09:07'), 'call-09:05'],
      [at('09:07'), null, 'm'],
    ]);
  });

  it('of one instant is that of the earlier event', () => {
    const story = lead('ada').arrived('09:00').called('09:01', 'ana').touched('09:01', { channel: 'email', touchpoint: 'm' });
    const [only, ...more] = answerSpans(foldSubject(story.events).state, counts);
    expect([only?.answer.touch.id, more]).toEqual(['call-09:01', []]);
  });
});

describe('what would have answered before the arrival', () => {
  it('is told while it stood, by who counts, on channels that count', () => {
    const early = (touch: object) => {
      const story = lead('ada')
        .touched('09:01', { touchpoint: 't', ...touch })
        .arrived('09:10');
      const spans = earlySpans(foldSubject(story.events).state, counts);
      return instants.filter((instant) => spans.some((span) => covers(span, instant)))[0] ?? null;
    };
    expect(early({})).toBe(at('09:01'));
    expect(early({ outcome: 'bounced' })).toBeNull();
    expect(early({ actor: 'ai' })).toBeNull();
    expect(early({ channel: 'task' })).toBeNull();
    expect(early({ channel: 'chat' })).toBeNull();
    expect(early({ direction: 'inbound' })).toBeNull();
    expect(early({ direction: 'inbound', outcome: 'no_answer' })).toBeNull();
    expect(early({ direction: 'inbound', outcome: 'connected' })).toBe(at('09:01'));
    expect(early({ direction: 'inbound', channel: 'email', outcome: 'connected' })).toBeNull();
    expect(early({ direction: 'inbound', channel: 'chat', outcome: 'connected' })).toBe(at('09:01'));
  });

  it('is nothing of the arrival or after it, nor what was only then connected', () => {
    const spansOf = (story: ReturnType<typeof lead>) => earlySpans(foldSubject(story.events).state, counts);
    expect(spansOf(lead('ada').arrived('09:00').called('09:00', 'ana'))).toEqual([]);
    expect(spansOf(lead('ada').touched('08:59', { channel: 'task' }).arrived('09:00').called('09:00', 'ana'))).toEqual([]);
    const late = lead('ada').touched('08:59', { direction: 'inbound' }).touched('09:00', { outcome: 'connected' }).arrived('09:00');
    expect(spansOf(late)).toEqual([]);
    expect(spansOf(lead('ada').called('08:59', 'ana'))).toEqual([]);
  });
});
