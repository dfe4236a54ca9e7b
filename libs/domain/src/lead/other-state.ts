import type { changeKinds, spendKinds } from '../events/other-events.js';

/**
 * What the events of a subject that is no lead come to: a spend, a subscription, a survey, a target or a forecast. Every history is sorted
 * by the order of EVENTS.md; days are dates of the site's zone, which facts look up.
 */
export interface OtherState {
  /** the last one known at an instant holds: a spend recorded again replaces the one before from then on */
  readonly spends: readonly Spend[];
  readonly subscription: readonly SubscriptionChange[];
  /** a second answer replaces the first from then on */
  readonly surveys: readonly SurveyAnswer[];
  readonly targets: readonly TargetVersion[];
  readonly forecasts: readonly ForecastVersion[];
}

export interface Spend {
  readonly at: number;
  readonly kind: (typeof spendKinds)[number];
  readonly origin: string | null;
  readonly campaign: string | null;
  /** ten-thousandths of the currency's unit, over all days; negative: money came back */
  readonly amount: number;
  readonly currency: string;
  /** yyyy-mm-dd, both included */
  readonly from: string;
  readonly to: string;
}

/** `revised`: started again while it was live; `ignored`: changed or cancelled while it was not. */
export type SubscriptionStep = 'started' | 'restarted' | 'revised' | 'cancelled' | 'ignored' | (typeof changeKinds)[number];

/** A subscription as an event left it. */
export interface SubscriptionChange {
  readonly at: number;
  readonly step: SubscriptionStep;
  /** what an ignored event wanted to be; else the step */
  readonly asked: SubscriptionStep;
  /** when the subscription that is live began; null: it is not live */
  readonly since: number | null;
  /** null: it was never started */
  readonly customer: string | null;
  /** ten-thousandths of `currency` a month; 0 while it is not live */
  readonly mrr: number;
  readonly currency: string | null;
  /** named last */
  readonly product: string | null;
  readonly origin: string | null;
  readonly rep: string | null;
  readonly team: string | null;
}

export interface SurveyAnswer {
  readonly at: number;
  readonly score: number;
  readonly rep: string | null;
  readonly team: string | null;
}

/** Of whom something is wanted or foreseen: exactly this team and rep; both null: the company. */
interface Scoped {
  readonly at: number;
  /** the event that said it: it orders what was said at one instant about different subjects */
  readonly source: string;
  readonly id: string;
  /** yyyy-mm-dd, both included */
  readonly from: string;
  readonly to: string;
  readonly team: string | null;
  readonly rep: string | null;
}

export interface TargetVersion extends Scoped {
  readonly kpi: string;
  /** ten-thousandths of the KPI's unit */
  readonly value: number;
}

export interface ForecastVersion extends Scoped {
  /** ten-thousandths of the currency's unit */
  readonly amount: number;
  readonly currency: string;
}

/** The state before any event. */
export const newOther: OtherState = { spends: [], subscription: [], surveys: [], targets: [], forecasts: [] };
