import { kpis } from '@leadclock/domain/kpi/catalogue.js';
import type { Kpi } from '@leadclock/domain/kpi/kpi.js';

/** One line of `GET /v1/kpis`. */
export interface CatalogueEntry {
  readonly name: string;
  readonly version: number;
  readonly formula: string;
  readonly unit: string;
  readonly better: string;
  readonly shape: string;
  readonly parameters: Readonly<Record<string, { readonly values: readonly string[]; readonly default: string }>>;
  readonly dimensions: readonly string[];
  readonly max_by: number;
}

/** What can be asked, and how. */
export const catalogue = (): { readonly kpis: readonly CatalogueEntry[] } => ({ kpis: kpis.map(entry) });

function entry({ name, version, formula, unit, better, parameters, dimensions, maxBy, shape }: Kpi): CatalogueEntry {
  const usual = Object.fromEntries(Object.entries(parameters).map(([parameter, { default: value }]) => [parameter, value]));
  return { name, version, formula, unit, better, shape: shape(usual), parameters, dimensions, max_by: maxBy };
}
