import type { DataOf } from '../events/catalogue.js';
import { weekdays } from '../events/configuration-events.js';
import { touchChannels } from '../events/touchpoint-events.js';
import type {
  CalendarSettings,
  CountsAsAnswer,
  PipelineSettings,
  PolicySettings,
  PolicyStep,
  RepSettings,
  SiteSettings,
  TeamSettings,
} from './configuration.js';

/** What answers when a policy says nothing else (KPIS.md rule 4). */
export const defaultCounts: CountsAsAnswer = {
  outbound: touchChannels.filter((channel) => channel !== 'task'),
  inbound: ['call', 'chat'],
  actors: ['human'],
  unless: ['bounced', 'wrong_number'],
};

/** The policy of a lead that no policy matches: five minutes, at any hour. */
export const defaultPolicy: PolicySettings = {
  removed: false,
  order: 0,
  match: { origin: null, team: null, segment: null, channel: null },
  calendar: null,
  answerSeconds: 300,
  contactSeconds: null,
  counts: defaultCounts,
  quiet: null,
  snoozeMaxSeconds: null,
  steps: [],
};

/** What a policy without steps of its own tells: that the target has passed. */
const targetPassed: readonly PolicyStep[] = [
  {
    id: 'due',
    clock: 'lead',
    of: 'answer',
    atSeconds: null,
    atPercent: 100,
    notify: ['owner'],
    action: null,
    repeatSeconds: null,
    repeatMax: null,
  },
];

/** The ladder of a policy. */
export const stepsOf = ({ steps }: PolicySettings): readonly PolicyStep[] => (steps.length === 0 ? targetPassed : steps);

export const siteSettings = (data: DataOf<'site.set'>): SiteSettings => ({
  name: data.name,
  zone: data.zone,
  locale: data.locale,
  currency: data.currency,
  weekStart: data.week_start ?? null,
});

export const repSettings = (data: DataOf<'rep.set'>): RepSettings => ({
  name: data.name,
  team: data.team,
  active: data.active,
  calendar: data.calendar ?? null,
  daysOff: data.days_off ?? [],
});

export const teamSettings = (data: DataOf<'team.set'>): TeamSettings => ({
  name: data.name,
  calendar: data.calendar ?? null,
});

export function calendarSettings(data: DataOf<'calendar.set'>): CalendarSettings {
  const hours = (day: (typeof weekdays)[number]): readonly (readonly [number, number])[] =>
    (data.week[day] ?? []).map(([from, to]) => [minutes(from), minutes(to)]);
  return {
    zone: data.zone,
    week: {
      mon: hours('mon'),
      tue: hours('tue'),
      wed: hours('wed'),
      thu: hours('thu'),
      fri: hours('fri'),
      sat: hours('sat'),
      sun: hours('sun'),
    },
    holidays: data.holidays.map(({ date }) => date),
  };
}

export const pipelineSettings = (data: DataOf<'pipeline.set'>): PipelineSettings => ({
  stages: data.stages.map(({ id, name, probability, role }) => ({ id, name, probability, role: role ?? null })),
});

export const policySettings = (data: DataOf<'policy.set'>): PolicySettings => ({
  removed: data.removed ?? false,
  order: data.order,
  match: {
    origin: data.match.origin ?? null,
    team: data.match.team ?? null,
    segment: data.match.segment ?? null,
    channel: data.match.channel ?? null,
  },
  calendar: data.calendar ?? null,
  answerSeconds: data.targets.answer_s ?? defaultPolicy.answerSeconds,
  contactSeconds: data.targets.contact_s ?? null,
  counts: { ...defaultCounts, ...withoutHoles(data.counts ?? {}) },
  quiet: data.quiet === undefined ? null : { from: minutes(data.quiet.from), to: minutes(data.quiet.to) },
  snoozeMaxSeconds: data.snooze_max_s ?? null,
  steps: data.steps.map(({ id, clock, of, at_s, at_percent, notify, action, repeat_s, repeat_max }) => ({
    id,
    clock,
    of,
    atSeconds: at_s ?? null,
    atPercent: at_percent ?? null,
    notify,
    action: action ?? null,
    repeatSeconds: repeat_s ?? null,
    repeatMax: repeat_max ?? null,
  })),
});

function withoutHoles(counts: NonNullable<DataOf<'policy.set'>['counts']>): Partial<CountsAsAnswer> {
  const { outbound, inbound, actors, unless } = counts;
  return {
    ...(outbound && { outbound }),
    ...(inbound && { inbound }),
    ...(actors && { actors }),
    ...(unless && { unless }),
  };
}

/** `09:30` is 570; `24:00` ends a day. */
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
