import { toldIn } from '@leadclock/domain/alerts/audience.js';
import { EVERYBODY } from '@leadclock/domain/alerts/everybody.js';
import type { Repeat } from '@leadclock/domain/alerts/next-round.js';
import { repeatsLeft } from '@leadclock/domain/alerts/repeats-left.js';
import { rotaTeamOf } from '@leadclock/domain/alerts/rota.js';
import { deedOf, NEXT_OWNER, ownerAfter, type StepDeed } from '@leadclock/domain/alerts/step-deed.js';
import { stepOf } from '@leadclock/domain/alerts/step-of.js';
import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { CALL_BACK } from '@leadclock/domain/lead/call-back.js';
import { deadlinesOfLead } from './deadlines.query.js';
import { policyOf, roundsTold } from './rounds-told.query.js';
import { nextOf, type Rung, rungOf, toldAt } from './rung.js';
import type { Snapshot } from './snapshot.js';
import { whomTold } from './whom-told.query.js';

/** A step that tells of a lead if nothing happens before. */
export interface StepToCome {
  readonly step: string;
  /** what the lead waits for then; `call`: who promised to call it back */
  readonly of: 'answer' | 'contact' | 'call';
  /** epoch ms, after quiet hours and what was put off; one that has passed is being told */
  readonly at: number;
  /** as `toldIn` reads them from `to` of an alert; `owner:next`: whoever has the lead once a step before has given it to the next of the rota */
  readonly to: readonly string[];
  readonly does: StepDeed['does'] | null;
  /** how it goes on after that; null: it does not */
  readonly repeat: Repeat | null;
}

/** A step with when it is next told, and as its lead stands by then. */
interface Coming {
  readonly rung: Rung;
  readonly at: number;
  readonly acts: boolean;
  readonly repeat: Repeat | null;
  readonly deed: StepDeed | null;
}

/** The steps that are still to be told of a lead, as the engine of alerts will find them: from the same deadlines, by the same functions. */
export async function stepsToCome(
  snapshot: Snapshot,
  lead: string,
  configuration: Configuration,
  now: number,
): Promise<readonly StepToCome[]> {
  const rungs = (await deadlinesOfLead(snapshot, lead)).map((deadline) => rungOf(deadline, configuration));
  if (rungs.length === 0) return [];
  const told = await roundsTold(snapshot.em, new Map(rungs.map(({ deadline, repeat }) => [deadline, repeat])));
  const next = rungs.flatMap((rung): Coming[] => {
    const rounds = told.get(rung.deadline) ?? [];
    const round = nextOf(rung, rounds);
    if (round === null) return [];
    const repeat = repeatsLeft(rounds, round, toldAt(rung, rung.deadline.dueAt), rung.repeat);
    return [{ rung, at: notQuiet(rung, round.dueAt, now), acts: round.acts, repeat, deed: null }];
  });
  const coming = oneAfterTheOther(next, configuration, now);
  const whom = await whomTold(
    snapshot,
    coming.map(({ rung }) => rung),
    configuration,
    now,
  );
  return coming.map(({ rung, at, repeat, deed }) => ({
    step: rung.deadline.step,
    of: aboutOf(rung, configuration),
    at,
    to: withNext(toldIn(whom.get(rung) ?? EVERYBODY), deed),
    does: deed?.does ?? null,
    repeat,
  }));
}

/** Who is given the lead by the step is told of it, too. */
const withNext = (to: readonly string[], deed: StepDeed | null): readonly string[] =>
  deed?.does !== 'reassign' || to.includes(NEXT_OWNER) || to.includes(EVERYBODY) ? to : [...to, NEXT_OWNER];

/** What was due and could not be told keeps still in quiet hours as well. */
function notQuiet(rung: Rung, at: number, now: number): number {
  return at <= now && toldAt(rung, now) > now ? toldAt(rung, now) : at;
}

/**
 * In the order of their instants, each with what it finds and does: once a step has given the lead on it is another's or nobody's, nobody has claimed it,
 * and what was on its owner's clock begins anew.
 */
function oneAfterTheOther(next: readonly Coming[], configuration: Configuration, now: number): readonly Coming[] {
  const [first] = next;
  if (first === undefined) return [];
  const { team, owner: has } = first.rung.deadline;
  const rota = rotaTeamOf(configuration, team, has, now);
  let owner = has;
  let isGivenOn = false;
  return next
    .toSorted((a, b) => a.at - b.at || a.rung.deadline.id - b.rung.deadline.id)
    .flatMap((one) => {
      if (isGivenOn && one.rung.deadline.clock !== 'lead' && one.rung.deadline.step !== CALL_BACK) return [];
      const rung = isGivenOn ? givenOn(one.rung, owner) : one.rung;
      const deed = one.acts ? deedOf(rung.action, owner, owner === null ? team : rota) : null;
      isGivenOn ||= deed?.does === 'reassign' || deed?.does === 'pool';
      owner = ownerAfter(deed, owner);
      return [{ ...one, rung, deed }];
    });
}

const givenOn = (rung: Rung, owner: string | null): Rung => ({
  ...rung,
  notify: rung.notify.filter((word) => word !== 'claimant'),
  deadline: { ...rung.deadline, owner },
});

function aboutOf({ deadline: { policy, step } }: Rung, configuration: Configuration): StepToCome['of'] {
  if (policy === 'default' && step === CALL_BACK) return 'call';
  return stepOf(configuration, policyOf(policy), step)?.step.of ?? 'answer';
}
