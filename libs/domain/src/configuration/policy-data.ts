import type { DataOf } from '../events/catalogue.js';
import { actors as actorWords, outcomes, touchChannels } from '../events/touchpoint-events.js';
import type { CountsAsAnswer, PolicyMatch, PolicySettings, PolicyStep } from './configuration.js';

/** A policy as its event says it, for people to read, change and set again: `policySettings` of it gives the same settings. */
export function policyData(settings: PolicySettings): DataOf<'policy.set'> {
  const { removed, order, match, calendar, answerSeconds, contactSeconds, counts, quiet, snoozeMaxSeconds, steps } = settings;
  return {
    ...(removed && { removed }),
    order,
    match: matchData(match),
    ...(calendar !== null && { calendar }),
    targets: { answer_s: answerSeconds, ...(contactSeconds !== null && { contact_s: contactSeconds }) },
    counts: countsData(counts),
    ...(quiet !== null && { quiet: { from: timeOfDay(quiet.from), to: timeOfDay(quiet.to) } }),
    ...(snoozeMaxSeconds !== null && { snooze_max_s: snoozeMaxSeconds }),
    steps: steps.map(stepData),
  };
}

const matchData = ({ origin, team, segment, channel }: PolicyMatch): DataOf<'policy.set'>['match'] => ({
  ...(origin !== null && { origin: [...origin] }),
  ...(team !== null && { team: [...team] }),
  ...(segment !== null && { segment: [...segment] }),
  ...(channel !== null && { channel: [...channel] }),
});

const countsData = ({ outbound, inbound, actors, unless }: CountsAsAnswer): DataOf<'policy.set'>['counts'] => ({
  outbound: among(touchChannels, outbound),
  inbound: among(touchChannels, inbound),
  actors: among(actorWords, actors),
  unless: among(outcomes, unless),
});

/** The names, in their order, as the words of a list. */
const among = <T extends string>(words: readonly T[], names: readonly string[]): T[] =>
  names.flatMap((name) => words.filter((word) => word === name));

const stepData = (step: PolicyStep): DataOf<'policy.set'>['steps'][number] => ({
  id: step.id,
  clock: step.clock,
  of: step.of,
  ...(step.atSeconds !== null && { at_s: step.atSeconds }),
  ...(step.atPercent !== null && { at_percent: step.atPercent }),
  notify: [...step.notify],
  ...(step.action !== null && { action: step.action }),
  ...(step.repeatSeconds !== null && { repeat_s: step.repeatSeconds }),
  ...(step.repeatMax !== null && { repeat_max: step.repeatMax }),
});

/** 570 is `09:30`; 1440 ends a day. */
const timeOfDay = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
