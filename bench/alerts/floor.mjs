import { idOf } from '../projector/random.mjs';

/** Of the default policy. */
export const TARGET_MS = 300_000;
export const FAR_S = 86_400;
/** He has no leads of his own: what he sees is the floor. */
export const SCREEN = 'screen';
const REPS = Array.from({ length: 20 }, (_, i) => `rep-${i}`);
export const source = '/bench';

/** A site with one team: twenty reps, and one besides who has no leads. */
export const siteOf = (screen) => [
  { type: 'site.set', subject: 'site', data: { name: 'Bench', zone: 'Europe/Berlin', locale: 'en', currency: 'EUR' } },
  { type: 'team.set', subject: 'team', data: { name: 'Team' } },
  ...[...REPS, screen].map((rep) => ({ type: 'rep.set', subject: rep, data: { name: rep, team: 'team', active: true } })),
];

/** A site with twenty-one reps, and a policy that gives leads of the telephone a day: their clocks are open all the time. */
export function configuration(now) {
  const time = now - 2 * FAR_S * 1000;
  const events = [
    ...siteOf(SCREEN),
    { type: 'policy.set', subject: 'far', data: { order: 1, match: { channel: ['phone'] }, targets: { answer_s: FAR_S }, steps: [] } },
  ];
  return events.map((event, i) => ({ id: idOf('config', i), source, time, recordedTime: time, historical: false, ...event }));
}

const arrival = (name, number, channel, time, recordedTime, owner = REPS[number % REPS.length]) => ({
  id: `${name}-${number}`,
  source,
  type: 'lead.created',
  subject: idOf(`${name}-`, number),
  time,
  recordedTime,
  historical: false,
  data: { origin: 'web_form', channel, team: 'team', ...(owner === null ? {} : { owner }) },
});

/** So many leads of the last hours whose deadlines are the better part of a day away; nobody has taken them yet. */
export function* farLeads(count, now) {
  for (let i = 0; i < count; i += 1) yield arrival('far', i, 'phone', now - 3_600_000 + i, now, null);
}

/** Leads that nobody answers: they arrived just so long ago that they fall due one after another from `from` on, so many a second. */
export function* leadsDue({ count, perSecond, from, now, name = 'due' }) {
  for (let i = 0; i < count; i += 1) yield arrival(name, i, 'web', Math.round(from + (i * 1000) / perSecond) - TARGET_MS, now);
}

/**
 * What passes meanwhile, by turns: a lead arrives, and the one that arrived `lag` leads before is answered. The one arms a clock, the other cancels it.
 * `rest` are the answers of those that still wait.
 */
export function passing(lag, name) {
  let arrived = 0;
  let turn = 0;
  const next = () => {
    const now = Date.now();
    turn += 1;
    const isAnswer = turn % 2 === 0 && arrived > lag;
    return isAnswer ? answer(name, arrived - lag - 1, now) : arrival(name, arrived++, 'web', now, now);
  };
  const rest = () => Array.from({ length: Math.min(arrived, lag) }, (_, i) => answer(name, arrived - 1 - i, Date.now()));
  return { next, rest };
}

function answer(name, number, now) {
  const rep = REPS[number % REPS.length];
  return {
    id: `${name}-answer-${number}`,
    source,
    type: 'touchpoint.recorded',
    subject: idOf(`${name}-`, number),
    time: now,
    recordedTime: now,
    historical: false,
    data: { touchpoint: `${name}-call-${number}`, channel: 'call', direction: 'outbound', rep, outcome: 'connected', duration_s: 60 },
  };
}

/** Leads under the default policy; those that wait long have a policy of their own. */
export const onePolicy = { configuration, clocksOfFar: 1, event: (event) => event };
