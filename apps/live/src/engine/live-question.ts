import type { Asking } from '@leadclock/domain/kpi/asking.js';
import { isFormula, type Kpi, type KpiContext, type Part } from '@leadclock/domain/kpi/kpi.js';
import { partsOf } from '@leadclock/domain/kpi/parts.js';
import type { GroupAnswer } from '@leadclock/domain/kpi/running-answer.js';
import { type Site, siteOf } from '@leadclock/domain/kpi/site.js';
import { spanOf } from '@leadclock/domain/kpi/window.js';
import { LiveFigure } from './live-figure.js';

/** A figure that somebody watches: a question that is answered again at every instant. `asking` is one of it, at any instant. */
export interface LiveQuestion {
  readonly name: string;
  readonly kpi: Kpi;
  readonly asking: Asking;
}

/** Longer than a month and no round time: what is of the present now and then is so by its kind and not by chance. */
const aWhile = 40 * 86_400_000 + 12_345_678;

/**
 * Whether the answer can be kept as time goes on: all that it is made of is asked of the present instant, in a named window, as a stock or over
 * all time. A part of another instant (what there was at the window's start) or between fixed instants would not move with the clock.
 */
export function canBeLive(kpi: Kpi, asking: Asking, context: KpiContext): boolean {
  const site = siteOf(context.configuration);
  const [now, later] = [asking, askedAt(asking, asking.asOf + aWhile, site)].map((one) => {
    const parts = partsOf(kpi, one, context);
    return [one, ...parts.map((part) => part.asking)].every((part) => isOf(part, one.asOf, site)) ? written(parts) : null;
  });
  return now !== null && now === later;
}

function isOf({ asOf, knownAt, window, from, to }: Asking, now: number, site: Site): boolean {
  if (asOf !== now || knownAt !== null) return false;
  if (window === null) return from === null && to === null;
  const span = spanOf(window, now, site);
  return span.from === from && span.to === to;
}

/** What is asked, but for the instants. */
const written = (parts: readonly Part[]): string =>
  JSON.stringify(parts.map(({ name, of, asking: { window, by, filters, params } }) => [name, of.name, window, by, filters, params]));

/** The same question at another instant. */
export const askedAt = (asking: Asking, asOf: number, site: Site): Asking => ({
  ...asking,
  asOf,
  ...(asking.window === null ? {} : spanOf(asking.window, asOf, site)),
});

/** A live question and the figures that it is made of: one of an aggregate, several of a formula. */
export class LiveAnswer {
  readonly figures: readonly LiveFigure[];
  private readonly site: Site;

  constructor(
    readonly question: LiveQuestion,
    private context: KpiContext,
  ) {
    const { name, kpi, asking } = question;
    if (!canBeLive(kpi, asking, context)) throw new Error(`${name}: a live figure is one of the present, in a named window or in none`);
    this.figures = partsOf(kpi, asking, context).map((part) => new LiveFigure(part, context));
    this.site = siteOf(context.configuration);
  }

  /** Other rates: figures in money begin anew, with nothing in them. Answers which. */
  exchange(context: KpiContext): readonly LiveFigure[] {
    this.context = context;
    const money = this.figures.filter(({ part }) => part.of.money);
    for (const figure of money) figure.restart(context);
    return money;
  }

  groups(now: number): readonly GroupAnswer[] {
    const { kpi, asking } = this.question;
    if (!isFormula(kpi)) return this.figures[0]?.groups(now) ?? [];
    const groups = Object.fromEntries(this.figures.map((figure) => [figure.part.name, figure.groups(now)]));
    return kpi.combine(groups, askedAt(asking, now, this.site), this.context);
  }
}
