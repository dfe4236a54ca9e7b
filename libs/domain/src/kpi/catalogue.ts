import type { Kpi } from './kpi.js';

/** Every KPI, in the order of KPIS.md. A new one is one file, one spec and one line here. */
export const kpis: readonly Kpi[] = [];

export const kpiNamed = (name: string): Kpi | null => kpis.find((kpi) => kpi.name === name) ?? null;
