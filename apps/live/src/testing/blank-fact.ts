import type { Fact } from '@leadclock/domain/facts/fact.js';

/** A fact that says as little as a fact can. */
export const blankFact: Fact = {
  subject: 'ada',
  kind: 'wait',
  n: 0,
  from: 0,
  at: null,
  until: null,
  since: null,
  due: null,
  value: null,
  item: null,
  part: null,
  excluded: null,
  outcome: null,
  touchChannel: null,
  team: null,
  rep: null,
  origin: null,
  campaign: null,
  channel: null,
  segment: null,
  product: null,
  pipeline: null,
  stage: null,
  currency: null,
};
