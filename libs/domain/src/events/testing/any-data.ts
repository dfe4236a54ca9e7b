import fc from 'fast-check';
import type { DataOf, EventType } from '../catalogue.js';
import { weekdays } from '../configuration-events.js';
import { writeInstant } from '../instant.js';
import { changeKinds, repStatuses, spendKinds } from '../other-events.js';
import { actors, directions, outcomes, touchChannels } from '../touchpoint-events.js';

const pick = <T extends string>(...names: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...names);

/** Small pools, so that events of one story meet: the same rep, touch and deal come again. */
const rep = pick('ana', 'luis', 'Zoë Ω', '𝒦im');
const team = pick('north', 'south');
const origin = pick('paid_search', 'referral', 'отзыв');
const leadChannel = pick('web', 'phone', 'import');
const campaign = pick('spring', 'autumn');
const segment = pick('smb', 'enterprise');
const product = pick('gold', 'silver');
const pipeline = pick('default', 'renewal');
const stage = pick('new', 'offer', 'unheard-of');
const reason = pick('price', 'no_time', 'spam');
const touchpoint = pick('t1', 't2', 't3');
const deal = pick('d1', 'd2');
const customer = pick('k1', 'k2');
const currency = pick('EUR', 'USD', 'JPY');
const calendar = pick('office', 'late');
const day = fc.integer({ min: 0, max: 40 }).map((n) => writeInstant(Date.UTC(2026, 9, 20 + n)).slice(0, 10));
const instant = fc.integer({ min: 0, max: 40 * 86_400_000 }).map((ms) => writeInstant(Date.UTC(2026, 9, 20) + ms));
const amount = fc.record({ amount: fc.integer({ min: 0, max: 50_000_000 }).map((units) => units / 10_000), currency });
const period = fc.tuple(day, day).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }));
const hours = fc.constantFrom<[string, string][]>(
  [],
  [['09:00', '17:00']],
  [
    ['09:00', '13:00'],
    ['14:00', '24:00'],
  ],
);
const list = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.uniqueArray(item, { maxLength: 2 });
/** Fields that may be left out. */
const some = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(model, { requiredKeys: [] });
const both = <A, B>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>): fc.Arbitrary<A & B> => fc.tuple(a, b).map(([x, y]) => ({ ...x, ...y }));

const handover = fc.record({ from: rep, to: rep });
const pause = some({ rep, reason });
const touched = some({
  rep,
  outcome: pick(...outcomes),
  duration_s: fc.integer({ min: 0, max: 7200 }).map((n) => n / 2),
  self_booked: fc.boolean(),
  actor: pick(...actors),
});
const way = { channel: pick(...touchChannels), direction: pick(...directions) };
const revised = some({ amount, rep, product, expected_close: day });
const alert = { alert: pick('al-1', 'al-2'), step: pick('due', 'late'), due_at: instant, raised_at: instant };
const told = fc.record({ ...alert, to: rep });
const effect = some({ effective_from: instant });

/** Valid data of every type, every optional field among them sometimes. */
export const anyData: { readonly [T in EventType]: fc.Arbitrary<DataOf<T>> } = {
  'lead.created': some({ origin, campaign, channel: leadChannel, team, owner: rep, segment, product, value: amount }),
  'lead.assigned': both(fc.record({ owner: fc.option(rep) }), some({ team, by: pick('ana', 'rule:round_robin') })),
  'lead.claimed': both(fc.record({ rep }), some({ assignment: fc.record({ source: pick('/a', '/b'), id: pick('1', '2') }) })),
  'lead.handover_offered': handover,
  'lead.handover_accepted': handover,
  'lead.handover_declined': handover,
  'lead.qualified': some({ rep }),
  'lead.disqualified': some({ rep, reason }),
  'lead.paused': pause,
  'lead.resumed': pause,
  'lead.viewed': fc.record({ rep }),
  'lead.follow_up_set': both(fc.record({ rep, at: instant }), some({ reason })),
  'lead.disputed': fc.record({ rep, about: pick('answer', 'owner', 'spam', 't1'), reason }),
  'lead.dispute_decided': both(fc.record({ by: rep, accepted: fc.boolean() }), some({ reason })),
  'lead.merged': fc.record({ into: fc.option(pick('lead-1', 'lead-2')) }),
  'lead.erased': some({ reason }),
  'touchpoint.recorded': both(fc.record({ touchpoint, ...way }), touched),
  'touchpoint.corrected': both(fc.record({ touchpoint }), both(some(way), touched)),
  'touchpoint.retracted': both(fc.record({ touchpoint }), some({ reason })),
  'deal.opened': both(fc.record({ deal, stage }), both(some({ pipeline }), revised)),
  'deal.stage_changed': both(fc.record({ deal, stage }), some({ pipeline, rep })),
  'deal.revised': both(fc.record({ deal }), revised),
  'deal.won': both(fc.record({ deal }), some({ amount, rep })),
  'deal.lost': both(fc.record({ deal }), some({ amount, reason, rep })),
  'deal.reopened': fc.record({ deal, stage }),
  'spend.recorded': both(
    fc.tuple(fc.record({ kind: pick(...spendKinds), amount }), period).map(([a, b]) => ({ ...a, ...b })),
    some({ origin, campaign }),
  ),
  'subscription.started': both(fc.record({ customer, mrr: amount }), some({ product, lead: pick('lead-1'), origin, rep, team })),
  'subscription.changed': fc.record({ mrr: amount, kind: pick(...changeKinds) }),
  'subscription.cancelled': some({ reason }),
  'survey.answered': both(fc.record({ score: fc.integer({ min: 0, max: 10 }) }), some({ customer, rep, team })),
  'target.set': both(
    fc.record({ kpi: pick('won-revenue', 'pipeline-value'), period, value: fc.integer({ min: 0, max: 100_000 }) }),
    some({ team, rep }),
  ),
  'forecast.submitted': both(fc.record({ period, amount }), some({ team, rep })),
  'rate.set': fc.record({ date: day, to: currency, rate: fc.integer({ min: 1, max: 2000 }).map((n) => n / 1000) }),
  'rep.status_changed': both(fc.record({ status: pick(...repStatuses) }), some({ by: rep })),
  'rota.advanced': fc.record({ rep }),
  'event.retracted': both(fc.record({ source: pick('/a', '/b', '/ß', '/𝒳'), id: pick('1', '2', '3', '4') }), some({ reason })),
  'site.set': both(
    fc.record({
      name: pick('Floor'),
      zone: pick('Europe/Madrid', 'UTC', 'America/New_York'),
      locale: pick('en-GB', 'es', 'ru'),
      currency,
    }),
    both(some({ week_start: pick(...weekdays) }), effect),
  ),
  'rep.set': both(fc.record({ name: rep, team, active: fc.boolean() }), both(some({ calendar, days_off: list(day) }), effect)),
  'team.set': both(fc.record({ name: team }), both(some({ calendar }), effect)),
  'calendar.set': both(
    fc.record({
      zone: pick('Europe/Madrid', 'UTC', 'America/New_York'),
      week: some({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours }),
      holidays: fc.array(fc.record({ date: day, name: pick('holiday') }), { maxLength: 2 }),
    }),
    effect,
  ),
  'pipeline.set': both(
    fc.record({
      stages: fc.uniqueArray(
        both(
          fc.record({ id: stage, name: stage, probability: fc.integer({ min: 0, max: 10 }).map((n) => n / 10) }),
          some({ role: pick('opportunity') }),
        ),
        {
          maxLength: 3,
          selector: ({ id }) => id,
        },
      ),
    }),
    effect,
  ),
  'policy.set': both(
    fc.record({
      order: fc.integer({ min: 0, max: 3 }),
      match: some({ origin: list(origin), team: list(team), segment: list(segment), channel: list(leadChannel) }),
      targets: some({ answer_s: fc.integer({ min: 60, max: 3600 }), contact_s: fc.integer({ min: 60, max: 86_400 }) }),
      steps: fc.uniqueArray(anyStep(), { maxLength: 2, selector: ({ id }) => id }),
    }),
    both(
      some({
        removed: fc.constant(true as const),
        calendar,
        counts: some({
          outbound: list(pick(...touchChannels)),
          inbound: list(pick(...touchChannels)),
          actors: list(pick(...actors)),
          unless: list(pick(...outcomes)),
        }),
        quiet: fc.constant({ from: '22:00', to: '07:00' }),
        snooze_max_s: fc.integer({ min: 60, max: 3600 }),
      }),
      effect,
    ),
  ),
  'alert.raised': told,
  'alert.shown': fc.record({ ...alert, shown_at: instant, to: rep }),
  'alert.acknowledged': told,
  'alert.snoozed': both(fc.record({ ...alert, to: rep, until: instant }), some({ reason })),
  'alert.resolved': told,
  'alert.retracted': told,
};

function anyStep() {
  const when = fc.oneof(
    fc.record({ at_s: fc.integer({ min: 0, max: 3600 }) }),
    fc.record({ at_percent: fc.integer({ min: 0, max: 200 }) }),
  );
  const step = fc.record({
    id: pick('warn', 'due'),
    clock: pick('lead', 'owner'),
    of: pick('answer', 'contact'),
    notify: list(pick('owner', 'team', 'manager')),
  });
  return both(
    both(step, when),
    some({
      action: pick('reassign', 'pool'),
      repeat_s: fc.integer({ min: 60, max: 600 }),
      repeat_max: fc.integer({ min: 1, max: 5 }),
    }),
  );
}
