import { funnelVolume } from './funnel-volume.kpi.js';
import type { Kpi } from './kpi.js';
import { repActivity } from './rep-activity.kpi.js';
import { touchesToFirstMeeting } from './touches-to-first-meeting.kpi.js';
import { winRatio } from './win-ratio.kpi.js';
import { wonRevenue } from './won-revenue.kpi.js';

/** Every KPI, in the order of KPIS.md. A new one is one file, one spec and one line here. */
export const kpis: readonly Kpi[] = [touchesToFirstMeeting, repActivity, funnelVolume, winRatio, wonRevenue];

export const kpiNamed = (name: string): Kpi | null => kpis.find((kpi) => kpi.name === name) ?? null;
