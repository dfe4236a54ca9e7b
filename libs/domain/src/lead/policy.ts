import { type WorkingCalendar, workingCalendar } from '../calendar/working-time.js';
import type { Configuration, PolicySettings } from '../configuration/configuration.js';
import { inForce, versionsOf } from '../configuration/in-force.js';
import { defaultPolicy } from '../configuration/settings.js';
import type { EventName } from '../events/identity.js';
import type { Named, SubjectState } from './lead-state.js';
import { chooseFor } from './policy-choice.js';
import { cutAt, type Span } from './spans.js';

/** The policy that judges a lead, and the calendar that its working clock runs in. */
export interface ChosenPolicy {
  /** null: the default, since none matches */
  readonly id: string | null;
  /** the policy.set that it stands as; null: the default */
  readonly event: EventName | null;
  readonly settings: PolicySettings;
  /** null: always open */
  readonly calendarId: string | null;
  readonly calendar: WorkingCalendar;
}

/** While a policy is the chosen one, as of every instant in the span: what it is chosen by becomes known event by event. */
export interface PolicySpan extends Span {
  readonly policy: ChosenPolicy;
}

const always: ChosenPolicy = { id: null, event: null, settings: defaultPolicy, calendarId: null, calendar: null };

/**
 * The policy of a lead: the first by `order` (then id), of the versions in force at the arrival, that matches the lead's
 * first origin, channel, segment and first named team. One span, unless those became known after the arrival and change the choice.
 * Empty for a lead that has not arrived.
 */
export function policySpans(state: SubjectState, configuration: Configuration): readonly PolicySpan[] {
  const { arrivedAt } = state;
  if (arrivedAt === null) return [];
  const whole = { from: arrivedAt, until: null };
  if (!hasChoice(configuration)) return [{ ...whole, policy: always }];
  const instants = [state.origin, state.channel, state.segment, state.teams[0] ?? null].flatMap((known) =>
    known === null ? [] : [known.at],
  );
  const spans: PolicySpan[] = [];
  for (const { from, until } of cutAt(whole, instants)) {
    const policy = choosePolicy(state, configuration, arrivedAt, from);
    const last = spans.at(-1);
    if (last !== undefined && samePolicy(last.policy, policy)) spans[spans.length - 1] = { ...last, until };
    else spans.push({ from, until, policy });
  }
  return spans;
}

const choices = new WeakMap<Configuration, boolean>();

/** Whether anything can be chosen at all; asked once of a configuration, which never changes. */
function hasChoice(configuration: Configuration): boolean {
  let choice = choices.get(configuration);
  if (choice === undefined) {
    const { policies, teams } = configuration;
    const hasCalendar = Object.values(teams).some((versions) => versions.some(({ value }) => value.calendar !== null));
    choice = hasCalendar || Object.keys(policies).length > 0;
    choices.set(configuration, choice);
  }
  return choice;
}

function choosePolicy(state: SubjectState, configuration: Configuration, arrivedAt: number, asOf: number): ChosenPolicy {
  const first = (known: Named | null): string | null => (known !== null && known.at <= asOf ? known.value : null);
  const named = state.teams[0];
  const team = named !== undefined && named.at <= asOf ? named.team : null;
  const lead = { origin: first(state.origin), channel: first(state.channel), segment: first(state.segment), team };
  const chosen = chooseFor(lead, configuration.policies, arrivedAt);
  const settings = chosen?.version.value ?? defaultPolicy;
  const event = chosen === null ? null : { source: chosen.version.source, id: chosen.version.id };
  const ofTeam = team === null ? null : (inForce(versionsOf(configuration.teams, team), arrivedAt)?.calendar ?? null);
  const calendarId = settings.calendar ?? ofTeam;
  const calendar = workingCalendar(configuration, calendarId);
  return { id: chosen?.id ?? null, event, settings, calendarId: calendar === null ? null : calendarId, calendar };
}

const samePolicy = (a: ChosenPolicy, b: ChosenPolicy): boolean =>
  a.id === b.id && a.settings === b.settings && a.calendarId === b.calendarId;
