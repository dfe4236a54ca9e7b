import { aggregateNamed } from '@leadclock/domain/kpi/catalogue.js';
import type { Aggregate } from '@leadclock/domain/kpi/kpi.js';
import type { Subscription } from '../engine/live-engine.js';
import { responseDistribution } from './response-bins.js';

const named = (kpi: string): Aggregate => {
  const found = aggregateNamed(kpi);
  if (found === null) throw new Error(`the screens show ${kpi}, which is not in the catalogue`);
  return found;
};

/** What a figure is asked for: all, or one slice of it for each team, rep, or both. */
export const slicings = { site: '', team: 'team', rep: 'rep', 'team-rep': 'team,rep' } as const;
export type Slicing = keyof typeof slicings;

/** Reps are asked for within a team, too: what a team's manager sees of a rep is what he did for that team. */
const figures: readonly { readonly name: string; readonly kpi: Aggregate; readonly today: boolean; readonly by: readonly Slicing[] }[] = [
  { name: 'waiting', kpi: named('waiting-now'), today: false, by: ['site', 'team', 'rep', 'team-rep'] },
  { name: 'late', kpi: named('late-now'), today: false, by: ['site', 'team', 'rep', 'team-rep'] },
  { name: 'nobodys', kpi: named('unassigned-now'), today: false, by: ['site', 'team'] },
  { name: 'inTarget', kpi: named('answered-in-target'), today: true, by: ['site', 'team', 'rep', 'team-rep'] },
  { name: 'answers', kpi: named('lead-response-time'), today: true, by: ['site', 'team', 'rep', 'team-rep'] },
  { name: 'funnel', kpi: named('funnel-volume'), today: true, by: ['site', 'team'] },
  { name: 'bins', kpi: responseDistribution, today: true, by: ['site', 'team'] },
];

/** The name under which a figure of that slicing is asked for. */
export const figureName = (name: string, by: Slicing): string => (by === 'site' ? name : `${name} by ${by}`);

/** What is kept live for all screens, each figure once however many look at it. */
export const floorFigures = (): readonly Subscription[] =>
  figures.flatMap(({ name, kpi, today, by }) =>
    by.map((slicing) => ({
      name: figureName(name, slicing),
      kpi,
      params: { ...(today ? { window: 'today' } : {}), ...(slicing === 'site' ? {} : { by: slicings[slicing] }) },
    })),
  );
