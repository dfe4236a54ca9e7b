import { at } from './clock-time.js';
import { lead, type Story, subject } from './story.js';

const instant = (time: string): string => new Date(at(time)).toISOString();
const money = (amount: number, currency = 'EUR') => ({ amount: { amount, currency } });
const web = { origin: 'web', product: 'gold', campaign: 'spring' } as const;

/** Where it happens: a site whose days begin at 23:00 UTC, two reps of two teams, a pipeline; dollars have a rate, francs have none. */
const place: readonly Story[] = [
  subject('site').tell('site.set', '2026-10-01T08:00:00Z', { name: 'S', zone: 'Europe/Madrid', locale: 'es', currency: 'EUR' }),
  subject('ana').tell('rep.set', '2026-10-01T08:00:00Z', { name: 'Ana', team: 'north', active: true }),
  subject('luis').tell('rep.set', '2026-10-01T08:00:00Z', { name: 'Luis', team: 'south', active: true }),
  subject('default').tell('pipeline.set', '2026-10-01T08:00:00Z', {
    stages: ['new', 'talk', 'offer'].map((id) => ({
      id,
      name: id,
      probability: 0.5,
      ...(id === 'talk' && { role: 'opportunity' as const }),
    })),
  }),
];

const rate: Story = subject('USD').tell('rate.set', '2026-10-01T08:00:00Z', { date: '2026-11-02', to: 'EUR', rate: 0.5 });

const told = { alert: 'a1', step: 'due', due_at: instant('09:05'), raised_at: instant('09:06'), to: 'ana' };

const leads: readonly Story[] = [
  lead('ada')
    .arrived('09:00', { owner: 'ana', ...web })
    .tell('alert.raised', '09:06', told)
    .tell('alert.shown', '09:07', { ...told, shown_at: instant('09:06:30') })
    .called('09:10', 'ana')
    .called('10:00', 'ana', 'connected')
    .touched('tue 09:00', { touchpoint: 'm', channel: 'meeting', rep: 'ana', outcome: 'booked' })
    .touched('wed 09:00', { touchpoint: 'm', channel: 'meeting', rep: 'ana', outcome: 'held' })
    .qualified('wed 10:00', 'ana')
    .opened('wed 11:00', 'new', { rep: 'ana', product: 'gold', ...money(1000) })
    .moved('thu 09:00', 'offer')
    .won('fri 09:00', money(1200))
    .tell('deal.won', 'sat 09:00', { deal: 'd2', rep: 'ana', ...money(15) }),
  lead('bob')
    .arrived('10:00', { origin: 'fair' })
    .assigned('10:20', 'luis')
    .called('10:30', 'luis', 'voicemail')
    .opened('tue 10:00', 'talk', { ...money(500, 'USD') })
    .lost('thu 12:00', { reason: 'price' })
    .reopened('mon+1 09:00', 'talk')
    .won('tue+1 09:00', money(400, 'USD')),
  lead('cyd')
    .arrived('tue 09:00', { owner: 'luis', ...web })
    .opened('tue 09:30', 'new', money(70, 'CHF'))
    .won('wed 15:00', money(70, 'CHF')),
  lead('dee').arrived('wed 08:00').paused('wed 08:01').resumed('wed 08:30').opened('thu 08:00', 'new', money(90)).lost('fri 08:00'),
  lead('eve').arrived('thu 07:00', { owner: 'ana' }).disqualified('thu 07:10', 'spam'),
  lead('fay')
    .arrived('fri 07:00', { owner: 'ana' })
    .touched('fri 07:02', { touchpoint: 'f', rep: 'luis', outcome: 'connected', duration_s: 95 })
    .opened('fri 08:00', 'limbo', money(30, 'CHF')),
  lead('jan').arrived('thu 20:00', { owner: 'luis' }),
  lead('ivy').arrived('thu 20:00', { owner: 'ana' }),
  lead('hal').arrived('sat 10:00'),
  lead('gus').called('fri 09:00', 'ana', 'connected'),
];

const francs = { mrr: { amount: 30, currency: 'CHF' } } as const;

const customers: readonly Story[] = [
  subject('s1').subscribed('2026-10-05T00:00:00Z', 'k1', 100, web).repriced('tue 10:00', 150, 'upsell').repriced('thu 10:00', 140),
  subject('s2').subscribed('2026-10-06T00:00:00Z', 'k2', 50, { rep: 'ana' }).unsubscribed('wed 10:00').subscribed('fri 10:00', 'k2', 60),
  subject('s3')
    .subscribed('tue 00:00', 'k3', 0, francs)
    .tell('subscription.changed', 'thu 11:00', { mrr: { amount: 35, currency: 'CHF' }, kind: 'cross_sell' }),
  subject('s4').subscribed('wed 00:00', 'k1', 20, { origin: 'fair' }).repriced('fri 12:00', 45, 'cross_sell'),
  ...[10, 9, 7, 3].map((score, index) =>
    subject(`survey-${score}`).tell('survey.answered', `tue 1${index}:00`, { score, rep: index < 2 ? 'ana' : 'luis' }),
  ),
];

const plans: readonly Story[] = [
  subject('spend-1').spent('08:00', 300, '2026-11-02', '2026-11-06', { origin: 'web', campaign: 'spring' }),
  subject('spend-2').spent('08:00', 90, '2026-11-03', '2026-11-04', { kind: 'sales', amount: { amount: 90, currency: 'CHF' } }),
  subject('spend-3').spent('08:00', 0, '2026-11-05', '2026-11-05', { amount: { amount: 40, currency: 'USD' } }),
  subject('goal-1').aimed('2026-10-30T08:00:00Z', 2000, '2026-11-02', '2026-11-08'),
  subject('goal-2').aimed('2026-10-30T08:00:00Z', 900, '2026-11-02', '2026-11-08', { rep: 'ana' }),
  subject('goal-3').aimed('2026-10-30T08:00:00Z', 500, '2026-11-09', '2026-11-15'),
  subject('forecast-1').foresaw('2026-10-30T08:00:00Z', 1500, '2026-11-02', '2026-11-08'),
  subject('forecast-3').foresaw('2026-10-30T08:00:00Z', 700, '2026-11-09', '2026-11-15'),
  subject('forecast-2').foresaw('2026-10-30T08:00:00Z', 800, '2026-11-02', '2026-11-08', { rep: 'ana' }),
];

/**
 * Two weeks in which a little of everything happens: leads answered, closed and left, deals won, lost and reopened in three currencies,
 * subscriptions that grow and end, surveys, spend, targets and forecasts. For laws that any such weeks must keep; no figure of theirs is a story.
 */
export const busyWeeks: readonly Story[] = [...place, rate, ...leads, ...customers, ...plans];

/** The same without a site: nobody says which currency is home, and the zone is UTC. */
export const busyWeeksAnywhere: readonly Story[] = busyWeeks.filter(({ subject: name }) => name !== 'site');
