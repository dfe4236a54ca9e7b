import { alertLateness } from './alert-lateness.kpi.js';
import { annualRecurringRevenue } from './annual-recurring-revenue.kpi.js';
import { answeredInTarget } from './answered-in-target.kpi.js';
import { averageDealSize } from './average-deal-size.kpi.js';
import { churnRate } from './churn-rate.kpi.js';
import { clvToCac } from './clv-to-cac.kpi.js';
import { contactRate } from './contact-rate.kpi.js';
import { costPerLead } from './cost-per-lead.kpi.js';
import { customerAcquisitionCost } from './customer-acquisition-cost.kpi.js';
import { customerLifetimeValue } from './customer-lifetime-value.kpi.js';
import { customerRetention } from './customer-retention.kpi.js';
import { dealsAtRisk } from './deals-at-risk.kpi.js';
import { expansionRevenue } from './expansion-revenue.kpi.js';
import { forecastAccuracy } from './forecast-accuracy.kpi.js';
import { funnelVolume } from './funnel-volume.kpi.js';
import { type Aggregate, isFormula, type Kpi } from './kpi.js';
import { lateNow } from './late-now.kpi.js';
import { leadCloseRatio } from './lead-close-ratio.kpi.js';
import { leadResponseTime } from './lead-response-time.kpi.js';
import { leadToOpportunity } from './lead-to-opportunity.kpi.js';
import { leadsCreated } from './leads-created.kpi.js';
import { monthlyRecurringRevenue } from './monthly-recurring-revenue.kpi.js';
import { netPromoterScore } from './net-promoter-score.kpi.js';
import { netRevenueRetention } from './net-revenue-retention.kpi.js';
import { neverAnswered } from './never-answered.kpi.js';
import { oldestWaiting } from './oldest-waiting.kpi.js';
import { opportunityCloseRatio } from './opportunity-close-ratio.kpi.js';
import { pipelineValue } from './pipeline-value.kpi.js';
import { pipelineVolume } from './pipeline-volume.kpi.js';
import { pipelineVsTarget } from './pipeline-vs-target.kpi.js';
import { productPerformance } from './product-performance.kpi.js';
import { repActivity } from './rep-activity.kpi.js';
import { responseBands } from './response-bands.kpi.js';
import { salesCycleLength } from './sales-cycle-length.kpi.js';
import { salesVelocity } from './sales-velocity.kpi.js';
import { stageConversion } from './stage-conversion.kpi.js';
import { targetAttainment } from './target-attainment.kpi.js';
import { timeInStage } from './time-in-stage.kpi.js';
import { timeToAssign } from './time-to-assign.kpi.js';
import { timeToContact } from './time-to-contact.kpi.js';
import { timeToTouch } from './time-to-touch.kpi.js';
import { touchesPerLead } from './touches-per-lead.kpi.js';
import { touchesToFirstMeeting } from './touches-to-first-meeting.kpi.js';
import { unassignedNow } from './unassigned-now.kpi.js';
import { waitingNow } from './waiting-now.kpi.js';
import { winRatio } from './win-ratio.kpi.js';
import { wonRevenue } from './won-revenue.kpi.js';

// every KPI under its section of KPIS.md, in its order: a new one is one file, one spec and one line here
const response: readonly Kpi[] = [
  leadResponseTime,
  timeToAssign,
  timeToTouch,
  timeToContact,
  answeredInTarget,
  responseBands,
  waitingNow,
  lateNow,
  unassignedNow,
  oldestWaiting,
  contactRate,
  neverAnswered,
  alertLateness,
];
const touches: readonly Kpi[] = [touchesToFirstMeeting, touchesPerLead, repActivity];
const funnel: readonly Kpi[] = [
  leadsCreated,
  funnelVolume,
  stageConversion,
  opportunityCloseRatio,
  timeInStage,
  leadToOpportunity,
  pipelineValue,
  pipelineVolume,
  pipelineVsTarget,
  dealsAtRisk,
];
const closing: readonly Kpi[] = [
  winRatio,
  leadCloseRatio,
  salesCycleLength,
  averageDealSize,
  wonRevenue,
  productPerformance,
  salesVelocity,
  targetAttainment,
  forecastAccuracy,
];
const money: readonly Kpi[] = [
  costPerLead,
  customerAcquisitionCost,
  monthlyRecurringRevenue,
  annualRecurringRevenue,
  churnRate,
  customerRetention,
  netRevenueRetention,
  customerLifetimeValue,
  clvToCac,
  expansionRevenue,
  netPromoterScore,
];

/** The catalogue as people look through it: by what a number is about. */
export const sections = { response, touches, funnel, closing, money } as const;

/** Every KPI, in the order of KPIS.md. */
export const kpis: readonly Kpi[] = Object.values(sections).flat();

export const kpiNamed = (name: string): Kpi | null => kpis.find((kpi) => kpi.name === name) ?? null;

/** The KPI of that name if it is an aggregate of facts; null: there is none, or it is a formula. */
export function aggregateNamed(name: string): Aggregate | null {
  const kpi = kpiNamed(name);
  return kpi === null || isFormula(kpi) ? null : kpi;
}
