export const TEAMS = Array.from({ length: 10 }, (_, i) => `team-${i}`);
export const REPS = Array.from({ length: 100 }, (_, i) => `rep-${i}`);
const ORIGINS = ['organic_search', 'paid_search', 'referral', 'event', 'web_form', 'partner'];
/** A lead's next step comes after so many further leads: what waits at a time is some three times as many. */
const APART = 100;
/** Of so many leads one comes that was long on its way and is answered by nobody: its deadline falls within the run. */
const LATE = 200;
const LATE_BY_MS = 295_000;

const repOf = (lead) => REPS[(lead * 7) % REPS.length];
const teamOf = (rep) => TEAMS[Number(rep.slice(4)) % TEAMS.length];
const touch = (lead, name, outcome) => ({
  type: 'touchpoint.recorded',
  data: { touchpoint: `${name}-${lead}`, channel: 'call', direction: 'outbound', rep: repOf(lead), outcome },
});

/** What becomes of a lead, step by step. */
const STEPS = [
  (lead) => ({
    type: 'lead.created',
    data: {
      origin: ORIGINS[lead % ORIGINS.length],
      channel: 'web',
      team: teamOf(repOf(lead)),
      contact: { name: `Person ${lead} Of Many`, email: `p${lead}@example.com` },
    },
  }),
  (lead) => ({ type: 'lead.assigned', data: { owner: repOf(lead), team: teamOf(repOf(lead)), by: 'rule:round-robin' } }),
  (lead) => touch(lead, 'first', 'no_answer'),
  (lead) => touch(lead, 'second', 'connected'),
  (lead) => ({ type: 'lead.qualified', data: { rep: repOf(lead) } }),
  (lead) => ({
    type: 'deal.opened',
    data: { deal: `deal-${lead}`, stage: 'discovery', amount: { amount: '1200.50', currency: 'EUR' }, rep: repOf(lead) },
  }),
];

/** The events of a floor in the order in which they happen, without end; each is asked for when it is its time. */
export function* floorEvents() {
  for (let newest = 0; ; newest += 1) {
    for (let step = 0; step < STEPS.length; step += 1) {
      const lead = newest - step * APART;
      const isLate = lead % LATE === LATE - 1;
      if (lead >= 0 && (step < 2 || !isLate)) yield asSent(`${step}-${lead}`, `lead-${lead}`, STEPS[step](lead), isLate ? LATE_BY_MS : 0);
    }
  }
}

/** The site, its teams and reps. */
export function floorSetup() {
  const stages = [{ id: 'discovery', name: 'Discovery', probability: 0.1, role: 'opportunity' }];
  const set = (type, subject, data) => asSent(`set-${subject}`, subject, { type, data }, 3_600_000);
  return [
    set('site.set', 'site', { name: 'Bench', zone: zoneOfNoon(), locale: 'en', currency: 'EUR' }),
    set('pipeline.set', 'default', { stages }),
    ...TEAMS.map((team) => set('team.set', team, { name: team })),
    ...REPS.map((rep) => set('rep.set', rep, { name: `Person ${rep}`, team: teamOf(rep), active: true })),
  ];
}

const asSent = (id, subject, event, agoMs) => ({
  specversion: '1.0',
  id,
  source: '/bench',
  subject,
  time: new Date(Date.now() - agoMs).toISOString(),
  ...event,
});

/** Today's figures must not begin anew in the middle: a zone where it is about noon. */
function zoneOfNoon() {
  const east = 12 - new Date().getUTCHours();
  return east === 0 ? 'UTC' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
}
