import type { Weekday } from '../events/configuration-events.js';

/**
 * The configuration as effective-dated histories: plain JSON, a pure function of the set of configuration events.
 * Each item has its versions sorted by (effect, time, source, id); the one in force at T is the last with `effect <= T`,
 * before the first version the first (so the history of an imported lead is judged by what was set up later).
 */
export interface Configuration {
  readonly site: readonly Version<SiteSettings>[];
  readonly reps: Items<RepSettings>;
  readonly teams: Items<TeamSettings>;
  readonly calendars: Items<CalendarSettings>;
  readonly pipelines: Items<PipelineSettings>;
  readonly policies: Items<PolicySettings>;
}

/** Look items up with `versionsOf`: an id may be any text, also the name of a property that every object has. */
export type Items<T> = Readonly<Record<string, readonly Version<T>[]>>;

export interface Version<T> {
  /** `effective_from`, else the event's time */
  readonly effect: number;
  readonly time: number;
  readonly source: string;
  readonly id: string;
  readonly value: T;
}

export interface SiteSettings {
  readonly name: string;
  readonly zone: string;
  readonly locale: string;
  readonly currency: string;
  readonly weekStart: Weekday | null;
}

export interface RepSettings {
  readonly name: string;
  readonly team: string;
  readonly active: boolean;
  readonly calendar: string | null;
  readonly daysOff: readonly string[];
}

export interface TeamSettings {
  readonly name: string;
  readonly calendar: string | null;
}

export interface CalendarSettings {
  readonly zone: string;
  /** spans of wall time, minutes from midnight: [540, 780] is 09:00 to 13:00 */
  readonly week: Readonly<Record<Weekday, readonly (readonly [number, number])[]>>;
  /** yyyy-mm-dd */
  readonly holidays: readonly string[];
}

export interface PipelineSettings {
  readonly stages: readonly PipelineStage[];
}

export interface PipelineStage {
  readonly id: string;
  readonly name: string;
  readonly probability: number;
  readonly role: 'opportunity' | null;
}

export interface PolicySettings {
  /** taken away: it judges no lead and holds no order */
  readonly removed: boolean;
  readonly order: number;
  readonly match: PolicyMatch;
  readonly calendar: string | null;
  /** seconds */
  readonly answerSeconds: number;
  readonly contactSeconds: number | null;
  readonly counts: CountsAsAnswer;
  /** while nobody is told; null: never quiet */
  readonly quiet: QuietHours | null;
  /** for how long an alert may be put off, seconds; null: as long as its next step, never past the target */
  readonly snoozeMaxSeconds: number | null;
  readonly steps: readonly PolicyStep[];
}

/** Lists of values; null: anything matches. */
export interface PolicyMatch {
  readonly origin: readonly string[] | null;
  readonly team: readonly string[] | null;
  readonly segment: readonly string[] | null;
  readonly channel: readonly string[] | null;
}

/** Which touchpoints answer (KPIS.md rule 4); `unless` holds for outbound ones. */
export interface CountsAsAnswer {
  readonly outbound: readonly string[];
  readonly inbound: readonly string[];
  readonly actors: readonly string[];
  readonly unless: readonly string[];
}

/** Each day from the first minute of it to the second, in the site's zone; over midnight if the second comes first. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

export interface PolicyStep {
  readonly id: string;
  readonly clock: 'lead' | 'owner';
  readonly of: 'answer' | 'contact';
  readonly atSeconds: number | null;
  readonly atPercent: number | null;
  /** whom it tells, in the words of `libs/domain/src/alerts/ladder-words.ts`; an event may hold words that nobody knows */
  readonly notify: readonly string[];
  readonly action: string | null;
  /** it tells again after so many seconds, at most so many times, while its reason stands; null: it tells once */
  readonly repeatSeconds: number | null;
  readonly repeatMax: number | null;
}

export const emptyConfiguration: Configuration = {
  site: [],
  reps: {},
  teams: {},
  calendars: {},
  pipelines: {},
  policies: {},
};
