import { kpiNamed } from '@leadclock/domain/kpi/catalogue.js';
import type { Subscription } from '../engine/live-engine.js';

const live = (name: string, kpi: string, params: Readonly<Record<string, string>>): Subscription => {
  const found = kpiNamed(kpi);
  if (found === null) throw new Error(`the wall shows ${kpi}, which is not in the catalogue`);
  return { name, kpi: found, params };
};

/** What the wall keeps live, by the names under which its parts ask for them. */
export const wallFigures = (): readonly Subscription[] => [
  live('waiting', 'waiting-now', {}),
  live('late', 'late-now', {}),
  live('inTarget', 'answered-in-target', { window: 'today' }),
  live('answers', 'lead-response-time', { window: 'today', by: 'rep' }),
];
