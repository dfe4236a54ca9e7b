import type { GroupAnswer } from '@leadclock/domain/kpi/running-answer.js';
import type { RunningWindows } from '../engine/running-windows.js';
import { figureName } from './floor-figures.js';

type ByRep = ReadonlyMap<string | null, GroupAnswer>;

/** The groups of the live figures at one instant: each figure's are made once, however many rooms show one of them. */
export class FigureGroups {
  private readonly made = new Map<string, readonly GroupAnswer[]>();
  private readonly reps = new Map<string, ByRep>();

  constructor(private readonly windows: RunningWindows) {}

  /** All groups of a figure, by its name. */
  all(name: string): readonly GroupAnswer[] {
    const there = this.made.get(name);
    if (there !== undefined) return there;
    const groups = this.windows.groups(name);
    this.made.set(name, groups);
    return groups;
  }

  /** A figure's groups by rep; null: nobody's. */
  byRep(figure: string): ByRep {
    const there = this.reps.get(figure);
    if (there !== undefined) return there;
    const groups = new Map(this.all(figureName(figure, 'rep')).map((group) => [group.key['rep'] ?? null, group]));
    this.reps.set(figure, groups);
    return groups;
  }
}
