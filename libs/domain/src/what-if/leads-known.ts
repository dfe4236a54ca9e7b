import type { ClockName, PolicyName } from '../alerts/identity.js';
import { nameText } from '../alerts/identity.js';
import { type StepSaid, stepSaid } from '../alerts/step-said.js';
import type { Configuration } from '../configuration/configuration.js';
import type { LeadclockEvent } from '../events/event.js';
import { deadlinesOf } from '../lead/deadlines.js';
import type { SubjectState } from '../lead/lead-state.js';
import { viewOf } from '../lead/lead-view.js';
import { foldLead } from '../merges/fold-lead.js';
import { edgesOf } from '../merges/merge-edges.js';
import { type Merges, noMerges, resolveMerges } from '../merges/resolve-merges.js';
import { bySubject } from './by-subject.js';
import { type FoldedEvents, foldedOn } from './folded-on.js';

/** A deadline of a lead as the events and the configuration that are known say it. */
export interface StandingDeadline {
  readonly state: SubjectState;
  /** with the lead the alerts that tell of it, whatever their round */
  readonly key: string;
  readonly step: string;
  readonly policy: PolicyName;
  readonly clock: ClockName;
  readonly dueAt: number;
  readonly said: StepSaid;
}

/** Leads that are tied to each other by merges, mostly one alone, as far as they are known at an instant. */
export class KnownLeads {
  readonly standing: readonly StandingDeadline[];
  /** another policy could make a deadline of them */
  readonly areOpen: boolean;
  private readonly merges: Merges;
  /** where there is one lead, and nothing of merges: what its events come to */
  private readonly alone: FoldedEvents | null;

  /** `before`: as they were known before */
  constructor(
    private readonly events: readonly LeadclockEvent[],
    readonly configuration: Configuration,
    before: KnownLeads | null = null,
  ) {
    const state = before === null || before.alone === null ? null : foldedOn(before.alone, events);
    if (state !== null) {
      this.merges = noMerges;
      this.alone = { events, state };
      this.standing = this.deadlinesOf(state);
      this.areOpen = this.isOpen(state);
      return;
    }
    const own = bySubject(events);
    const edges = [...own.values()].flatMap(edgesOf);
    this.merges = edges.length === 0 ? noMerges : resolveMerges(edges);
    const roots = new Set([...own.keys()].map((subject) => this.merges.rootOf(subject)));
    const states = [...roots].map((root) => foldLead(root, this.eventsOf(root)));
    this.standing = states.flatMap((each) => this.deadlinesOf(each));
    this.areOpen = states.some((each) => this.isOpen(each));
    const [only] = states;
    this.alone = only !== undefined && own.size === 1 && edges.length === 0 && !hasMerges(events) ? { events, state: only } : null;
  }

  /** The events of a lead and of all that were merged into it. */
  eventsOf(lead: string): readonly LeadclockEvent[] {
    return this.events.filter(({ subject }) => subject === lead || this.merges.rootOf(subject) === lead);
  }

  private isOpen(state: SubjectState): boolean {
    if (state.arrivedAt === null || state.historical) return false;
    return viewOf(state, this.configuration).closings.every(({ until }) => until !== null);
  }

  private deadlinesOf(state: SubjectState): readonly StandingDeadline[] {
    return deadlinesOf(state, this.configuration).map(({ step, policy, clock, dueAt }) => ({
      state,
      key: [state.subject, step, nameText(policy), nameText(clock)].join('\u0000'),
      step,
      policy,
      clock,
      dueAt,
      said: stepSaid(this.configuration, policy, step),
    }));
  }
}

const hasMerges = (events: readonly LeadclockEvent[]): boolean => events.some(({ type }) => type === 'lead.merged');
