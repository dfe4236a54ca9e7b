// Facts of a floor of so many reps over the last 90 days, in the mix that the simulated floor comes to: the same ones for a number, whoever asks.

const DAY = 86_400_000;
const TOUCHED = { part: 'human outbound', touchChannel: 'call' };
const BANDS = ['0-5', '5-15', '15-60', '60+', 'unanswered'];
const REACHED = [null, 'contacted', 'contacted qualified', 'contacted qualified opportunity', 'never'];
const STAGES = ['discovery', 'demo', 'proposal', 'contract'];
const ENTERED = ['first', 'first won', 'standing', 'standing opportunity', null];
/** Leads that wait are a state of the floor: a longer history has no more of them. */
const WAITING = 2_000;

/** In thousandths of all facts. */
const MIX = [
  ['arrival', 270],
  ['response', 240],
  ['touch', 300],
  ['stage', 60],
  ['close', 25],
  ['funnel', 20],
  ['meeting', 15],
  ['alert', 20],
  ['target', 10],
  ['assign', 5],
  ['handling', 5],
  ['contact', 5],
  ['visit', 8],
  ['cycle', 5],
  ['risk', 3],
  ['survey', 5],
  ['subscription', 4],
];
const KINDS = MIX.flatMap(([kind, share]) => Array.from({ length: share }, () => kind));

/** A number in [0, below) that looks like chance, of `i` and which of its properties. */
function draw(i, which, below) {
  let x = Math.imul(i ^ (which * 0x9e3779b1), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return ((x ^ (x >>> 16)) >>> 0) % below;
}

const blank = { n: 0, part: null, item: null, at: null, until: null, since: null, due: null, value: null, excluded: null, outcome: null };
const nowhere = { touchChannel: null, product: null, pipeline: null, stage: null, currency: null };

/** What each kind says beside whose it is and where it comes from. */
const SAYS = {
  arrival: (i, at) => ({
    part: BANDS[draw(i, 3, BANDS.length)],
    outcome: REACHED[draw(i, 4, REACHED.length)],
    stage: draw(i, 5, 4) === 0 ? null : 'both',
    excluded: draw(i, 6, 40) === 0 ? 'spam' : null,
    since: at + draw(i, 7, 600_000),
    value: draw(i, 7, 600_000),
  }),
  response: (i, at) => {
    const took = 1_000 + draw(i, 3, 3_500_000);
    const stage = draw(i, 4, 2) === 0 ? 'contact' : null;
    const outcome = draw(i, 5, 9) === 0 ? 'won' : null;
    return { part: 'both', item: `call-${i}`, from: at + took, value: took, since: at + draw(i, 6, took), due: at + took, stage, outcome };
  },
  touch: (i) => ({ ...TOUCHED, item: `call-${i}`, value: draw(i, 3, 900_000), outcome: 'connected' }),
  stage: (i, at) => ({
    part: 'entered',
    item: `deal-${i}`,
    stage: STAGES[draw(i, 3, STAGES.length)],
    outcome: ENTERED[draw(i, 4, ENTERED.length)],
    since: draw(i, 5, 2) === 0 ? at + 3_600_000 : null,
    ...money(i),
  }),
  close: (i) => ({ part: draw(i, 3, 3) === 0 ? 'won' : 'lost', item: `deal-${i}`, ...money(i) }),
  funnel: (i) => ({ part: 'entered', stage: draw(i, 3, 2) === 0 ? 'contacted' : 'qualified' }),
  meeting: (i) => ({ part: 'booked', value: 1 + draw(i, 3, 12) }),
  alert: (i, at) => ({ value: draw(i, 3, 900), due: at, since: at + draw(i, 4, 2_000) }),
  target: (i) => ({ part: draw(i, 3, 5) === 0 ? 'breached' : 'met' }),
  assign: (i) => ({ part: 'both', value: draw(i, 3, 600_000) }),
  handling: (i) => ({ part: 'both', value: draw(i, 3, 600_000) }),
  contact: (i) => ({ part: 'both', value: draw(i, 3, 9_000_000) }),
  visit: (i) => ({ stage: STAGES[draw(i, 3, STAGES.length)], value: draw(i, 4, 900_000_000) }),
  cycle: (i, at) => ({ since: at - draw(i, 3, 9_000_000), due: at - draw(i, 3, 900_000), value: draw(i, 3, 900_000) }),
  risk: () => ({ stage: 'proposal' }),
  survey: (i) => ({ value: draw(i, 3, 11) }),
  subscription: (i) => ({
    ...(draw(i, 4, 2) === 0 ? { part: 'live' } : { part: 'change', outcome: draw(i, 5, 2) === 0 ? 'upsell' : 'cross_sell' }),
    ...money(i),
  }),
  wait: (_i, at) => ({ part: 'running', since: at, due: at + 300_000, stage: 'created', value: 0 }),
};

const money = (i) => ({ value: 10_000 * (1 + draw(i, 9, 5_000)), currency: 'EUR' });

/** The fact of a number. `now`: all lie before it. */
export function floorFact(i, now, reps) {
  const kind = i < WAITING ? 'wait' : KINDS[draw(i, 1, KINDS.length)];
  return factOf(kind, i, now - 4_000_000 - draw(i, 2, 1_000_000) * ((90 * DAY - 5_000_000) / 1_000_000), reps);
}

/** A fact of that kind at an instant. */
export function factOf(kind, i, when, reps) {
  const at = Math.floor(when);
  const rep = draw(i, 10, reps);
  return {
    ...blank,
    ...nowhere,
    subject: `lead-${i}`,
    kind,
    at,
    from: at,
    team: `team-${rep % 10}`,
    rep: `rep-${rep}`,
    origin: `origin-${draw(i, 11, 9)}`,
    campaign: `campaign-${draw(i, 12, 300)}`,
    channel: `channel-${draw(i, 13, 4)}`,
    segment: `segment-${draw(i, 14, 3)}`,
    ...SAYS[kind](i, at),
  };
}

/** The kinds that flows read. */
export const kinds = MIX.map(([kind]) => kind);
