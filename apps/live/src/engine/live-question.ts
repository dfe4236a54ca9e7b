import { nextEffect } from '@leadclock/domain/configuration/in-force.js';
import type { Asking } from '@leadclock/domain/kpi/asking.js';
import { type Formula, isFormula, type Kpi, type KpiContext } from '@leadclock/domain/kpi/kpi.js';
import { partsOf } from '@leadclock/domain/kpi/parts.js';
import type { GroupAnswer } from '@leadclock/domain/kpi/running-answer.js';
import { type Site, siteOf } from '@leadclock/domain/kpi/site.js';
import { spanOf } from '@leadclock/domain/kpi/window.js';
import { LiveFigure } from './live-figure.js';
import { type MovingPart, movingParts } from './moving-part.js';

/** A figure that somebody watches: a question that is answered again at every instant. `asking` is one of it, at any instant. */
export interface LiveQuestion {
  readonly name: string;
  readonly kpi: Kpi;
  readonly asking: Asking;
}

/**
 * Whether the answer can be kept as time goes on: it is asked of the present, in a named window, as a stock or over all time; and each part of a
 * formula moves with it, if it be from an instant of its own (what there was at the window's start). What lies between fixed instants does not.
 */
export const canBeLive = (kpi: Kpi, asking: Asking, context: KpiContext): boolean => liveParts(kpi, asking, context) !== null;

/** What a live answer is made of, and how each part of it moves; null: it cannot be live. */
function liveParts(kpi: Kpi, asking: Asking, context: KpiContext): readonly MovingPart[] | null {
  const site = siteOf(context.configuration);
  if (!isOfThePresent(asking, site)) return null;
  return movingParts((now) => partsOf(kpi, askedAt(asking, now, site), context), asking, site);
}

function isOfThePresent({ asOf, knownAt, window, from, to }: Asking, site: Site): boolean {
  if (knownAt !== null) return false;
  if (window === null) return from === null && to === null;
  const span = spanOf(window, asOf, site);
  return span.from === from && span.to === to;
}

/** The same question at another instant. */
export const askedAt = (asking: Asking, asOf: number, site: Site): Asking => ({
  ...asking,
  asOf,
  ...(asking.window === null ? {} : spanOf(asking.window, asOf, site)),
});

/** What a formula came to. */
interface Said {
  readonly groups: readonly GroupAnswer[];
  readonly parts: readonly (readonly GroupAnswer[])[];
  readonly from: number;
  readonly until: number;
}

const holds = (said: Said, parts: Said['parts'], now: number): boolean =>
  now >= said.from && now < said.until && parts.every((groups, index) => groups === said.parts[index]);

/** A live question and the figures that it is made of: one of an aggregate, several of a formula. */
export class LiveAnswer {
  readonly figures: readonly LiveFigure[];
  private readonly site: Site;
  /** what was said last, of which groups, and from when until when it holds */
  private said: Said | null = null;

  constructor(
    readonly question: LiveQuestion,
    private context: KpiContext,
  ) {
    const { name, kpi, asking } = question;
    const parts = liveParts(kpi, asking, context);
    if (parts === null) throw new Error(`${name}: a live figure is one of the present, in a named window or in none`);
    this.figures = parts.map((part) => new LiveFigure(part, context));
    this.site = siteOf(context.configuration);
  }

  /** Other rates: figures in money begin anew, with nothing in them. Answers which. */
  exchange(context: KpiContext): readonly LiveFigure[] {
    this.context = context;
    this.said = null;
    const money = this.figures.filter(({ part }) => part.of.money);
    for (const figure of money) figure.restart(context);
    return money;
  }

  groups(now: number): readonly GroupAnswer[] {
    const { kpi, asking } = this.question;
    if (!isFormula(kpi)) return this.figures[0]?.groups(now) ?? [];
    const parts = this.figures.map((figure) => figure.groups(now));
    if (kpi.moves === 'with_parts' && this.said !== null && holds(this.said, parts, now)) return this.said.groups;
    const groups = this.combined(kpi, parts, askedAt(asking, now, this.site));
    this.said = { groups, parts, from: now, until: nextEffect(this.context.configuration, now) };
    return groups;
  }

  /** Works the answer out piece by piece, so that `groups` has little left to do. */
  *steps(now: number): Generator<void> {
    for (const figure of this.figures) {
      yield* figure.steps(now);
      figure.groups(now);
      yield;
    }
  }

  private combined(kpi: Formula, parts: Said['parts'], asking: Asking): readonly GroupAnswer[] {
    const named = Object.fromEntries(this.figures.map(({ part }, index) => [part.name, parts[index] ?? []]));
    return kpi.combine(named, asking, this.context);
  }
}
