import { setTimeout as pause } from 'node:timers/promises';
import { epochMs, eventOf } from './door.mjs';
import { PROBED_REP, PROBED_TEAM } from './teams.mjs';

/** Between two probes, ms: at random, so that no pace of the product is met in step. */
const BETWEEN = { least: 250, most: 400 };
const ANSWERED_AFTER_MS = 1_000;
let last = 0;

/**
 * Sends so many leads for the rep, each created and assigned in one request, and answers each a moment later. Answers when each was sent and when
 * its 202 came; `nth` counts the leads of the team.
 */
export async function sendProbes(door, count) {
  const probes = [];
  const under = [];
  for (let i = 0; i < count; i++) {
    await pause(BETWEEN.least + Math.random() * (BETWEEN.most - BETWEEN.least));
    const nth = ++last;
    const lead = `probe-${nth}`;
    const sent = epochMs();
    const posting = door.post(arrival(lead)).then(async ({ status, at }) => {
      if (status !== 202) throw new Error(`a probe was answered with ${status}`);
      probes.push({ lead, nth, sent, accepted: at });
      await pause(ANSWERED_AFTER_MS);
      await door.post([answer(lead)]);
    });
    // a failure is told at the end
    posting.catch(() => undefined);
    under.push(posting);
  }
  await Promise.all(under);
  return probes.toSorted((a, b) => a.nth - b.nth);
}

const arrival = (lead) => [
  eventOf(`${lead}-created`, 'lead.created', lead, {
    origin: 'web_form',
    team: PROBED_TEAM,
    product: 'gold',
    contact: { name: `Probe ${lead.slice(-4)}`, email: `${lead}@example.com` },
  }),
  eventOf(`${lead}-assigned`, 'lead.assigned', lead, { owner: PROBED_REP, team: PROBED_TEAM, by: 'rule:bench' }),
];

const answer = (lead) =>
  eventOf(`${lead}-answered`, 'touchpoint.recorded', lead, {
    touchpoint: 'call',
    channel: 'call',
    direction: 'outbound',
    rep: PROBED_REP,
    outcome: 'connected',
  });
