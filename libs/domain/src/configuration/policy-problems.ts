import { ladderActions, listenerWords, readAction, readListener } from '../alerts/ladder-words.js';
import type { DataOf } from '../events/catalogue.js';
import { CALL_BACK } from '../lead/call-back.js';
import type { Configuration, PolicySettings, Version } from './configuration.js';
import { inForce, versionsOf } from './in-force.js';
import { defaultPolicy } from './settings.js';

type PolicyData = DataOf<'policy.set'>;
type StepData = PolicyData['steps'][number];

/** What is wrong with a field of something that a person sets; `path` names it, from `$` on. */
export interface SettingProblem {
  readonly path: string;
  readonly problem: string;
}

/**
 * What is wrong with a policy that somebody is about to set under an id, all at once; empty: nothing, nor with one that is taken away. An event of the log may be all this and is still
 * followed as far as it goes: only who edits one is kept from what cannot be meant.
 */
export function policyProblems(id: string, policy: PolicyData, configuration: Configuration, at: number): readonly SettingProblem[] {
  if (policy.removed) return [];
  return [
    ...targetProblems(policy),
    ...orderProblems(id, policy, configuration, at),
    ...calendarProblems(policy, configuration, at),
    ...quietProblems(policy),
    ...policy.steps.flatMap((step, index) => stepProblems(step, policy, configuration).map(under(`$.steps[${index}]`))),
  ];
}

const under =
  (path: string) =>
  (told: SettingProblem): SettingProblem => ({ ...told, path: `${path}${told.path}` });

function targetProblems({ targets }: PolicyData): readonly SettingProblem[] {
  if (targets.answer_s !== undefined || targets.contact_s !== undefined) return [];
  return [{ path: '$.targets', problem: 'has no target; give answer_s or contact_s, in seconds' }];
}

function orderProblems(id: string, { order }: PolicyData, { policies }: Configuration, at: number): readonly SettingProblem[] {
  const taken = Object.entries(policies).find(([other, versions]) => other !== id && orderAt(versions, at) === order);
  return taken === undefined
    ? []
    : [{ path: '$.order', problem: `is that of the policy ${taken[0]}; of two that match the lower one decides` }];
}

/** The order that a policy holds at an instant; null: it is none then. */
export function orderAt(versions: readonly Version<PolicySettings>[] | undefined, at: number): number | null {
  const settings = inForce(versions, at);
  return settings === null || settings.removed ? null : settings.order;
}

function calendarProblems({ calendar }: PolicyData, { calendars }: Configuration, at: number): readonly SettingProblem[] {
  if (calendar === undefined) return [];
  const versions = versionsOf(calendars, calendar);
  if (versions === undefined)
    return [{ path: '$.calendar', problem: `is none that was set; ${known('calendars', Object.keys(calendars))}` }];
  const isClosed = Object.values(inForce(versions, at)?.week ?? {}).every((hours) => hours.length === 0);
  return isClosed ? [{ path: '$.calendar', problem: 'is never open, so that no step can ever fire' }] : [];
}

function quietProblems({ quiet }: PolicyData): readonly SettingProblem[] {
  return quiet !== undefined && quiet.from === quiet.to
    ? [{ path: '$.quiet', problem: 'ends when it begins; leave it out, or give two times of day' }]
    : [];
}

function stepProblems(step: StepData, policy: PolicyData, configuration: Configuration): readonly SettingProblem[] {
  const { id, notify, action, repeat_s, repeat_max } = step;
  return [
    ...(id === CALL_BACK ? [{ path: '.id', problem: `is the step of promised calls; choose another one` }] : []),
    ...timeProblems(step, policy),
    ...notify.flatMap((word, index) => listenerProblems(word, configuration).map(under(`.notify[${index}]`))),
    ...(action !== undefined && readAction(action) === null
      ? [{ path: '.action', problem: `is none; it can be ${ladderActions.join(', ')}` }]
      : []),
    ...(notify.length === 0 && action === undefined ? [{ path: '', problem: 'tells nobody and does nothing; give notify or action' }] : []),
    ...(repeat_s !== undefined && repeat_max === undefined
      ? [{ path: '.repeat_max', problem: 'is missing; say how often it may tell again' }]
      : []),
    ...(repeat_max !== undefined && repeat_s === undefined
      ? [{ path: '.repeat_s', problem: 'is missing; say after how many seconds it tells again' }]
      : []),
    ...(repeat_s !== undefined && notify.length === 0 ? [{ path: '.repeat_s', problem: 'repeats a step that tells nobody' }] : []),
  ];
}

/** A step can only fire at an instant that its clock reaches. */
function timeProblems({ of, at_s, at_percent }: StepData, { targets }: PolicyData): readonly SettingProblem[] {
  const target = of === 'answer' ? (targets.answer_s ?? defaultPolicy.answerSeconds) : targets.contact_s;
  const isOfTarget = at_percent !== undefined || (at_s ?? 0) < 0;
  if (target === undefined)
    return isOfTarget ? [{ path: '.of', problem: 'can never fire: the policy has no contact_s that it could be measured by' }] : [];
  if (at_s !== undefined && -at_s > target) return [{ path: '.at_s', problem: `lies before the clock starts: the target is ${target} s` }];
  return [];
}

function listenerProblems(word: string, configuration: Configuration): readonly SettingProblem[] {
  const listener = readListener(word);
  if (listener === null) return [{ path: '', problem: `is nobody; it can be ${listenerWords.join(', ')}` }];
  const { reps } = configuration;
  if (listener.who !== 'rep' || Object.hasOwn(reps, listener.id)) return [];
  return [{ path: '', problem: `is no rep; ${known('reps', Object.keys(reps))}` }];
}

const known = (what: string, ids: readonly string[]): string =>
  ids.length === 0 ? `there are no ${what}` : `${what} are ${ids.toSorted().join(', ')}`;
