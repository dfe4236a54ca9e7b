import type { Asking } from './asking.js';
import { valuesOf } from './customers.js';
import { goals } from './goals.measure.js';
import { textIn } from './group-field.js';
import { defineFormula, type Part, type PartGroups } from './kpi.js';
import { askPart } from './parts.js';
import type { GroupAnswer } from './running-answer.js';
import { isSameScope, type Scope, scopeDimensions, scopeOf } from './scope.js';
import { siteOf } from './site.js';
import { compareSlices, sliceKey, sliceName } from './slices.js';
import type { Key } from './tally.js';
import { paceOf, periodOf, sharedIn, targetsOf, wantedIn } from './target-periods.js';
import type { Span } from './window.js';
import { wonRevenue } from './won-revenue.kpi.js';

/**
 * Won revenue of the window, as far as `as_of`, / its target: that of kpi `won-revenue` for exactly the team and rep of the group (neither:
 * the company) whose period is the window (of a calendar one the whole calendar period), else the sum of those that tile it, else null.
 * Of several targets of one period, and of one that is set anew, the last set before the period's end counts; one set later is
 * `excluded.after_period` and rewrites nothing; one of 0 or less gives null. Targets of other periods that overlap are not touched.
 * `target` and `revenue`, in `currency`, stand beside; `pace` = value × length / elapsed, null before the period; `reps_at_target` (without slice or filter)
 * = reps with attainment ≥ 1 / reps that have a target. n = won deals with an amount; no window: null. In the site's currency, money without
 * a rate is `excluded.no_rate`. In a trend a bucket without a target of its own is held against its share, by length, of the targets that hold
 * there, of several the shortest; one that runs still against that of the whole bucket. Unit: a ratio, above 1 when the target is passed. Source: KPIS.md, Closing.
 * Odd data: a deal won again keeps its first win and takes the sum named last; a negative amount counts as it is.
 */
export const targetAttainment = defineFormula({
  name: 'target-attainment',
  version: 1,
  unit: 'ratio',
  better: 'more',
  words: {
    en: {
      title: 'Target attainment',
      formula:
        'Won revenue of the period so far / the target of that period for the team, the rep or the company. Pace: at this rate by its end.',
      example: 'A target of 3,000 EUR for November, 750 EUR won by the end of the 10th: 0.25; pace 0.75.',
    },
    es: {
      title: 'Cumplimiento del objetivo',
      formula:
        'Ingresos ganados en el periodo hasta ahora / el objetivo de ese periodo para el equipo, el agente o la empresa. Ritmo: a este paso, al final.',
      example: 'Objetivo de 3000 EUR para noviembre, 750 EUR ganados al terminar el día 10: 0,25; ritmo 0,75.',
    },
    ru: {
      title: 'Выполнение плана',
      formula:
        'Выручка за период на данный момент / план на этот период для отдела, менеджера или компании. Темп: прогноз на конец периода.',
      example: 'План на ноябрь 3000 EUR, к концу 10-го числа выиграно 750 EUR: 0,25; темп 0,75.',
    },
  },
  filled: () => '{revenue} / {target}',
  dimensions: scopeDimensions,
  money: true,
  parts: (asking, { configuration }) => {
    const period = periodOf(asking, siteOf(configuration)) ?? { from: asking.asOf, to: asking.asOf };
    // without a window nothing is placed in none
    const span = asking.from === null ? period : { from: asking.from, to: asking.to };
    const won = { ...span, window: null };
    const parts: Part[] = [
      { name: 'won', of: wonRevenue, asking: askPart(wonRevenue, asking, won) },
      { name: 'goals', of: goals, asking: askPart(goals, asking, { ...period, window: null, by: ['team', 'rep'], filters: {} }) },
    ];
    if (asking.bucket !== undefined)
      parts.push({ name: 'goals-around', of: goals, asking: askPart(goals, asking, { ...anyTime, by: ['team', 'rep'], filters: {} }) });
    if (!isWhole(asking)) return parts;
    return [...parts, { name: 'won-by-rep', of: wonRevenue, asking: askPart(wonRevenue, asking, { ...won, by: ['rep'] }) }];
  },
  combine: (groups, asking, context) => {
    const period = periodOf(asking, siteOf(context.configuration));
    return groupsOf(groups, asking, period).map((group) => attained(group, groups, asking, period));
  },
});

const anyTime = { from: null, to: null, window: null } as const;

/** Neither sliced nor filtered: the whole company. */
const isWhole = ({ by, filters }: Asking): boolean => by.length === 0 && Object.keys(filters).length === 0;

/** The groups of won revenue, one for each slice: that of the site's currency; and one without revenue where only a target is. */
function groupsOf(groups: PartGroups, asking: Asking, period: Span | null): readonly Group[] {
  const slices = new Map<string, Group>();
  const add = (group: Group): void => {
    const name = sliceName(valuesOf(group, asking));
    if (!slices.has(name)) slices.set(name, group);
  };
  for (const group of groups['won'] ?? []) add(group);
  for (const { key, n, since, due } of groups['goals-around'] ?? groups['goals'] ?? []) {
    // those around a bucket may be of any other time
    if (period === null || Number(since) >= period.to || Number(due) <= period.from) continue;
    const own = sliceKey(
      asking.by,
      asking.by.map((dimension) => key[dimension] ?? null),
    );
    const scope = scopeOf(own, asking);
    if (n > 0 && scope !== null && isSameScope(scope, key)) add({ key: own, value: 0, n: 0, excluded: {} });
  }
  return [...slices.values()].toSorted((a, b) => compareSlices(valuesOf(a, asking), valuesOf(b, asking)));
}

function attained({ key, value, n, excluded }: Group, groups: PartGroups, asking: Asking, period: Span | null): GroupAnswer {
  const scope = scopeOf(key, asking);
  const units = scope === null || period === null ? null : wantedOf(groups, scope, period);
  const late = (groups['goals'] ?? []).reduce((sum, goal) => sum + (goal.excluded['after_period'] ?? 0), 0);
  const reached = attainment(value ?? 0, units);
  return {
    key,
    value: reached,
    n,
    excluded: late === 0 || Object.keys(key).length > 0 ? excluded : { after_period: late, ...excluded },
    revenue: value ?? 0,
    target: units === null ? null : units / 10_000,
    pace: period === null || reached === null ? null : paceOf(reached, period, asking.asOf),
    currency: textIn(groups['won']?.[0], 'currency'),
    reps_at_target: period === null || !isWhole(asking) ? null : repsAtTarget(groups, period),
  };
}

/** The target of a period, in a trend else its share of those around it. */
function wantedOf(groups: PartGroups, scope: Scope, period: Span): number | null {
  const around = groups['goals-around'];
  if (around === undefined) return wantedIn(targetsOf(groups['goals'], scope), period);
  const targets = targetsOf(around, scope);
  return wantedIn(targets, period) ?? sharedIn(targets, period);
}

interface Group {
  readonly key: Key;
  readonly value: number | null;
  readonly n: number;
  readonly excluded: GroupAnswer['excluded'];
}

const attainment = (revenue: number, units: number | null): number | null =>
  units === null || units <= 0 ? null : revenue / (units / 10_000);

/** Of the reps who have a target of their own, the share that has reached it; null: nobody has one. */
function repsAtTarget(groups: PartGroups, period: Span): number | null {
  const revenue = new Map((groups['won-by-rep'] ?? []).map(({ key, value }) => [key['rep'], value]));
  const reps = new Set(
    (groups['goals-around'] ?? groups['goals'] ?? []).flatMap(({ key }) => (key['team'] === null ? (key['rep'] ?? []) : [])),
  );
  const reached = [...reps].flatMap((rep) => {
    const value = attainment(revenue.get(rep) ?? 0, wantedOf(groups, { rep, team: null }, period));
    return value === null ? [] : [value];
  });
  return reached.length === 0 ? null : reached.filter((value) => value >= 1).length / reached.length;
}
