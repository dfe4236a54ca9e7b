import { created, lifeOf, otherFact, REPS, STAGES, TEAMS, touch } from './life.mjs';
import { idOf, randomOf } from './random.mjs';

const START = Date.UTC(2026, 5, 1, 6);
/** A lead every so many ms: the events of some 20,000 leads are under way at any time. */
const ARRIVAL_MS = 20_000;
const SOURCES = ['/website/forms', '/crm/hub', '/telephony/pbx', '/sales/desk'];
const OTHERS = 0.008;
export const LATE = 0.02;
export const REPEATED = 0.01;

/** The configuration of the floor: a site, ten teams, two hundred reps, one pipeline, and the default policy. */
export function configurationEvents() {
  const events = [
    { type: 'site.set', subject: 'site', data: { name: 'Bench', zone: 'Europe/Berlin', locale: 'en', currency: 'EUR' } },
    { type: 'pipeline.set', subject: 'default', data: { stages: STAGES } },
    ...TEAMS.map((team) => ({ type: 'team.set', subject: team, data: { name: team } })),
    ...REPS.map((rep, i) => ({ type: 'rep.set', subject: rep, data: { name: `Rep ${i}`, team: TEAMS[i % TEAMS.length], active: true } })),
  ];
  const time = START - 86_400_000;
  return events.map((event, i) => ({ id: idOf('config', i), source: '/setup', time, recordedTime: time, historical: false, ...event }));
}

/**
 * `events` events in the order in which the log gets them, for `leads` new leads (numbered from `firstLead`): 2 % come after a later event of
 * their lead, 1 % come twice. `oldLeads` leads that are long there get `oldShare` of the events. The same arguments give the same events.
 */
export function makeEvents({ events, leads, firstLead = 0, oldLeads = 0, oldShare = 0, seed = 1 }) {
  const random = randomOf(seed);
  const repeats = Math.round(events * REPEATED);
  const distinct = events - repeats;
  const others = Math.round(distinct * OTHERS);
  const old = Math.round(distinct * oldShare);
  const perLead = (distinct - others - old) / leads;
  const from = START + firstLead * ARRIVAL_MS;
  const span = leads * ARRIVAL_MS;
  const sent = [];
  const send = (event, after) => {
    sent.push({ at: after, event });
  };
  let made = 0;
  // what a life has besides its touches, followed as it goes so that the sum comes out
  let touchesOwed = 0;
  for (let i = 0; i < leads; i += 1) {
    const touches = Math.max(0, Math.min(7, Math.round(touchesOwed + random.between(-1.5, 1.5))));
    const life = lifeOf(random, `lead-${idOf('', firstLead + i)}`, from + i * ARRIVAL_MS + random.whole(ARRIVAL_MS), touches).sort(
      (a, b) => a.time - b.time,
    );
    made += life.length;
    touchesOwed = 2.6 + ((i + 1) * perLead - made) / 50;
    let free = true;
    for (let k = 0; k < life.length; k += 1) {
      const event = life[k];
      const next = life[k + 1];
      // late: the log hears of it after the next event of the same lead
      const late = next !== undefined && free && random.chance((LATE * perLead) / (perLead - 1) / 0.98);
      free = !late;
      send(event, late ? next.time + 3000 + random.whole(60_000) : event.time + 200 + random.whole(1800));
    }
  }
  for (let i = 0; i < old; i += 1) {
    const at = from + random.whole(span);
    const lead = `lead-${idOf('', random.whole(oldLeads))}`;
    send(touch(random, lead, at, random.pick(REPS), idOf('again-', firstLead + i))[0], at + 1000);
  }
  for (let i = 0; sent.length < distinct; i += 1) {
    const at = from + random.whole(span);
    send(otherFact(random, firstLead + i, at), at + 1000);
  }
  sent.length = distinct;
  sent.forEach(({ at, event }, i) =>
    Object.assign(event, {
      id: idOf('01JB2Z5KQ7M3R', firstLead * 8 + i),
      source: SOURCES[i % SOURCES.length],
      time: Math.floor(event.time),
      recordedTime: Math.floor(at),
      historical: false,
    }),
  );
  for (let i = 0; i < repeats; i += 1) {
    const { at, event } = sent[random.whole(distinct)];
    const again = at + 1000 + random.whole(6 * 3_600_000);
    sent.push({ at: again, event: { ...event, recordedTime: Math.floor(again) } });
  }
  return sent.sort((a, b) => a.at - b.at).map(({ event }) => event);
}

/** `count` leads that were created once, in the order of the log, one at a time: they may be many. */
export function* oldLeadEvents(count, seed = 2) {
  const random = randomOf(seed);
  for (let i = 0; i < count; i += 1) {
    const event = created(random, `lead-${idOf('', i)}`, START + i * ARRIVAL_MS);
    yield { id: idOf('01JA0OLD0LEAD', i), source: SOURCES[0], ...event, recordedTime: event.time + 300, historical: false };
  }
}
