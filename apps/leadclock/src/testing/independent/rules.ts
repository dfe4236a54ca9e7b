import { type Told, tellerOf } from './told.js';

const at = (instant: string): number => Date.parse(instant);
const weekdays = (...hours: readonly (readonly [string, string])[]) => ({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours });

const reps = {
  ana: { name: 'Ana Ruiz', team: 'new-business' },
  mark: { name: 'Mark Ellis', team: 'new-business' },
} as const;

const stage = (id: string, probability: number, role?: 'opportunity') => ({ id, name: id, probability, ...(role && { role }) });

/**
 * What the floor changes in its own rules in the course of a month: hours of two zones, with holidays and the night in which summer time ends; policies with
 * hours, targets and counts of their own; teams of reps and hours of teams; the stages of its pipeline. Some is announced ahead, some is told in hindsight.
 */
export function rulesOfTheMonth(): readonly Told[] {
  const { told, tell } = tellerOf('/office', 'rule');
  const begin = at('2025-10-01T00:00:00+02:00');

  tell('calendar.set', 'office', begin, {
    zone: 'Europe/Madrid',
    week: { ...weekdays(['09:00', '14:00'], ['15:00', '19:00']), fri: [['08:00', '15:00']] },
    holidays: [{ date: '2025-10-13', name: 'Fiesta Nacional' }],
  });
  tell('calendar.set', 'office', at('2025-10-19T12:00:00Z'), {
    zone: 'Europe/Madrid',
    week: { ...weekdays(['10:00', '20:00']), sat: [['10:00', '14:00']] },
    holidays: [{ date: '2025-10-31', name: 'Puente' }],
    effective_from: '2025-10-22T12:30:00+02:00',
  });
  const night = [
    ['00:00', '08:00'],
    ['20:00', '24:00'],
  ];
  tell('calendar.set', 'nights', begin, {
    zone: 'Europe/Madrid',
    week: { mon: night, tue: night, wed: night, thu: night, fri: night, sat: night, sun: [['01:00', '21:15']] },
    holidays: [],
  });
  const desk = [
    ['00:00', '04:30'],
    ['06:00', '18:00'],
  ];
  tell('calendar.set', 'desk', begin, {
    zone: 'America/New_York',
    week: { mon: desk, tue: desk, wed: desk, thu: desk, fri: desk, sat: desk },
    holidays: [{ date: '2025-10-21', name: 'Outing' }],
  });

  tell('team.set', 'partners', begin + 1, { name: 'Partners', calendar: 'nights', effective_from: '2025-10-01T00:00:00+02:00' });
  tell('team.set', 'partners', at('2025-10-16T08:00:00Z'), {
    name: 'Partners',
    calendar: 'desk',
    effective_from: '2025-10-18T00:00:00+02:00',
  });
  // what names no hours leaves its leads open by day and night
  tell('team.set', 'new-business', at('2025-10-27T10:00:00Z'), { name: 'New business', calendar: 'office' });

  const due = [{ id: 'due', clock: 'lead', of: 'answer', at_percent: 100, notify: ['owner'] }];
  tell('policy.set', 'ads', begin, {
    order: 0,
    match: { origin: ['paid_search', 'social'] },
    calendar: 'office',
    targets: { answer_s: 900 },
    steps: due,
  });
  tell('policy.set', 'ads', at('2025-10-11T09:00:00Z'), {
    order: 0,
    match: { origin: ['paid_search', 'social'] },
    calendar: 'office',
    targets: { answer_s: 600 },
    counts: { outbound: ['call', 'email'], inbound: ['call', 'chat', 'email'], unless: ['bounced', 'wrong_number', 'busy'] },
    steps: due,
    effective_from: '2025-10-12T00:00:00+02:00',
  });
  // told in hindsight: what was judged under the second is judged anew
  tell('policy.set', 'ads', at('2025-10-21T09:00:00Z'), {
    order: 2,
    match: { origin: ['paid_search'], segment: ['small', 'medium'] },
    targets: { answer_s: 240 },
    steps: due,
    effective_from: '2025-10-16T00:00:00+02:00',
  });
  tell('policy.set', 'of partners', begin, {
    order: -1,
    match: { team: ['partners'], channel: ['web', 'email', 'phone'] },
    targets: { answer_s: 3_600 },
    counts: { actors: ['human', 'ai'], outbound: ['call', 'email', 'sms', 'chat', 'meeting', 'demo', 'visit'] },
    steps: due,
  });
  tell('policy.set', 'default', at('2025-10-25T00:00:00+02:00'), { order: 1, match: {}, targets: { answer_s: 180 }, steps: due });

  tell('rep.set', 'mark', at('2025-10-14T10:00:00Z'), {
    ...reps.mark,
    team: 'partners',
    active: true,
    effective_from: '2025-10-15T00:00:00+02:00',
  });
  tell('rep.set', 'ana', at('2025-10-22T10:00:00Z'), {
    ...reps.ana,
    team: 'partners',
    active: true,
    effective_from: '2025-10-06T00:00:00+02:00',
  });
  tell('rep.set', 'mark', at('2025-10-26T03:30:00+01:00'), { ...reps.mark, active: false });

  tell('pipeline.set', 'renewals', begin, { stages: [stage('talk', 0.5), stage('proposal', 0.8, 'opportunity')] });
  tell('pipeline.set', 'default', at('2025-10-13T10:00:00Z'), {
    stages: [
      stage('discovery', 0.15),
      stage('demo', 0.3),
      stage('proposal', 0.5, 'opportunity'),
      stage('negotiation', 0.7),
      stage('signing', 0.9),
    ],
    effective_from: '2025-10-14T00:00:00+02:00',
  });
  tell('pipeline.set', 'default', at('2025-10-24T10:00:00Z'), {
    stages: [
      stage('discovery', 0.1),
      stage('demo', 0.25),
      stage('proposal', 0.4),
      stage('negotiation', 0.65, 'opportunity'),
      stage('signing', 0.95),
    ],
  });
  return told;
}
