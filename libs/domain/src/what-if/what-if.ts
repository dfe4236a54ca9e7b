import type { LeadclockEvent } from '../events/event.js';
import { compareUtf8 } from '../events/order.js';
import { siteOf } from '../kpi/site.js';
import { foldLead } from '../merges/fold-lead.js';
import { type AlertHour, alertHours } from './alert-hours.js';
import { alertsTold } from './alerts-told.js';
import { type LeadVerdict, leadVerdict } from './attainment.js';
import { type AlertBeside, besideEachOther } from './compare-told.js';
import { ConfigurationHistory, type OtherPolicies } from './configuration-history.js';
import { type AttainedBeside, CountsBeside, type Side } from './counts-beside.js';
import { type Replaying, replayLead } from './replay-lead.js';
import { ReplayedRota, type TurnAsked } from './replayed-rota.js';
import { joined, type TimeDown, timesDown } from './time-down.js';
import { type ToldBeside, toldBeside } from './told-beside.js';
import type { ReplayedAlert } from './told-rounds.js';

/** The period that is replayed, [from, to): alerts that fell due and leads that arrived in it, by what was recorded up to `asOf`. Epoch ms. */
export interface ReplayedPeriod {
  readonly from: number;
  readonly to: number;
  readonly asOf: number;
}

/** Why an alert that is on one side only, or tells others, says nothing about the policy. */
export type Apart = 'close' | 'down';

/** `same`; `others`: it would have told others; `then` and `replayed`: it is on that side only. */
export type Comparison = 'same' | 'others' | Side;

export interface ComparedAlert extends AlertBeside {
  readonly is: Comparison;
  /** of what is not the same; null: it is the policy's doing */
  readonly apart: Apart | null;
}

/** What a replay came to, side by side with what happened. */
export interface WhatIfReport {
  /** that arrived in the period */
  readonly leads: number;
  /** by when they were due */
  readonly alerts: readonly ComparedAlert[];
  readonly told: readonly ToldBeside[];
  /** by the hour of the day in the site's zone */
  readonly alertHours: readonly AlertHour[];
  readonly down: readonly TimeDown[];
  readonly all: AttainedBeside<'all'> | null;
  readonly teams: readonly AttainedBeside<string | null>[];
  readonly hours: readonly AttainedBeside<number>[];
}

/** A lead whose replay asks whose turn it is. */
interface Waiting {
  readonly events: readonly LeadclockEvent[];
  readonly replay: Replaying;
  asks: TurnAsked;
}

/**
 * What would have happened under other policies, lead by lead: `add` takes each with all that is tied to it, and keeps its alerts and counts only. Of a lead
 * that goes on by a rota that did not give it on then all is kept until `report`, as turns hang on each other: they are taken in the order of time.
 * Answers stand as they came; nobody can say what people had done, had they been told otherwise.
 */
export class WhatIf {
  private readonly alerts: AlertBeside[] = [];
  private readonly all = new CountsBeside<'all'>();
  private readonly teams = new CountsBeside<string | null>();
  private readonly hours = new CountsBeside<number>();
  private readonly history: ConfigurationHistory;
  private readonly known: ConfigurationHistory;
  private readonly rota: ReplayedRota;
  private waiting: Waiting[] = [];
  private leads = 0;

  /** `floor`: events of teams and reps, of their rotas and of what reps say of themselves */
  constructor(
    configuration: readonly LeadclockEvent[],
    others: OtherPolicies,
    private readonly period: ReplayedPeriod,
    floor: readonly LeadclockEvent[] = [],
  ) {
    this.rota = new ReplayedRota(floor);
    this.history = new ConfigurationHistory(configuration, others);
    this.known = new ConfigurationHistory(configuration);
  }

  /** `events`: every version of every event of the lead and of those that were merged into it. */
  add(lead: string, events: readonly LeadclockEvent[]): void {
    const { from, to, asOf } = this.period;
    const replay = replayLead(events, this.history, asOf, this.rota);
    const first = replay.next();
    if (first.done) this.compare(events, first.value);
    else this.waiting.push({ events, replay, asks: first.value });
    const state = foldLead(lead, events);
    if (state.arrivedAt === null || state.arrivedAt < from || state.arrivedAt >= to) return;
    this.leads += 1;
    this.count('then', leadVerdict(state, this.known.at(asOf), asOf));
    this.count('replayed', leadVerdict(state, this.history.at(asOf), asOf));
  }

  /** `down`: times in which the product is known to have been away, besides those that late alerts show. */
  report(down: readonly TimeDown[] = []): WhatIfReport {
    this.takeTurns();
    const alerts = this.alerts.toSorted((a, b) => dueOf(a) - dueOf(b) || compareUtf8(leadOf(a), leadOf(b)));
    const away = joined([...timesDown(alerts), ...down]);
    return {
      leads: this.leads,
      alerts: alerts.map((alert) => compared(alert, away)),
      told: toldBeside(alerts),
      alertHours: alertHours(alerts, siteOf(this.known.at(this.period.asOf)).zone),
      down: away,
      all: this.all.inOrder(() => 0)[0] ?? null,
      teams: this.teams.inOrder(byName),
      hours: this.hours.inOrder((a, b) => a - b),
    };
  }

  private takeTurns(): void {
    for (let next = firstOf(this.waiting); next !== null; next = firstOf(this.waiting)) {
      const { events, replay, asks } = next;
      const went = replay.next(this.rota.take(asks, this.history.at(asks.at)));
      if (!went.done) {
        next.asks = went.value;
        continue;
      }
      this.waiting = this.waiting.filter((one) => one !== next);
      this.compare(events, went.value);
    }
  }

  private compare(events: readonly LeadclockEvent[], replayed: readonly ReplayedAlert[]): void {
    const { from, to } = this.period;
    const isIn = ({ due }: { readonly due: number }): boolean => due >= from && due < to;
    const then = alertsTold(events).filter(isIn);
    for (const beside of besideEachOther(then, replayed.filter(isIn), events, this.history.instants)) this.alerts.push(beside);
  }

  private count(side: Side, verdict: LeadVerdict | null): void {
    if (verdict === null) return;
    this.all.count('all', side, verdict.says);
    this.teams.count(verdict.team, side, verdict.says);
    this.hours.count(verdict.hour, side, verdict.says);
  }
}

/** Who has waited longest is given on first, as a ladder does it. */
function firstOf(waiting: readonly Waiting[]): Waiting | null {
  let first: Waiting | null = null;
  for (const one of waiting) {
    const [a, b] = [one.asks, first?.asks];
    if (b === undefined || a.at < b.at || (a.at === b.at && compareUtf8(a.lead, b.lead) < 0)) first = one;
  }
  return first;
}

function compared(alert: AlertBeside, away: readonly TimeDown[]): ComparedAlert {
  const { then, replayed, isClose } = alert;
  const is = then === null ? 'replayed' : replayed === null ? 'then' : then.to === replayed.to ? 'same' : 'others';
  const due = replayed?.raised ?? dueOf(alert);
  const wasAway = away.some(({ from, to }) => due >= from && due < to);
  return { ...alert, is, apart: is === 'same' ? null : wasAway ? 'down' : isClose ? 'close' : null };
}

const dueOf = ({ then, replayed }: AlertBeside): number => (then ?? replayed)?.due ?? 0;
const leadOf = ({ then, replayed }: AlertBeside): string => (then ?? replayed)?.lead ?? '';

/** Leads of no team come last. */
const byName = (a: string | null, b: string | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : compareUtf8(a, b);
