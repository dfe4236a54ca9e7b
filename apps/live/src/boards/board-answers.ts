import type { Answer } from '@leadclock/domain/kpi/answer.js';
import type { GroupAnswer } from '@leadclock/domain/kpi/running-answer.js';
import { noRates } from '@leadclock/domain/money/rates.js';
import type { BoardTile } from '@leadclock/live-protocol/board.js';
import type { TileAnswer } from '@leadclock/live-protocol/board-state.js';
import type { DataSource } from 'typeorm';
import { answer } from '../answer/answer.js';
import type { Answered, Params } from '../answer/answered.js';
import { type Then, thenOf } from '../answer/compare.js';
import { targetsSet } from '../answer/targets-set.js';
import { type Trend, trend } from '../answer/trend.js';
import { AskedBefore } from './asked-before.js';
import { isOfThePresent, type PresentQuestion, paramsOf, presentQuestion, subscriptionOf } from './asked-tile.js';
import { asksForMore, type Beside, nothingBeside, withBeside } from './beside.js';
import { KeptAnswers } from './kept-answers.js';
import type { LiveQuestions } from './live-questions.js';
import { ReadModelStanding, type Standing } from './read-model-standing.js';
import { faultOf, tileFigures, tileProblem } from './tile-answer.js';

/** Nobody waits longer for the live figures: they are being read anew, or the machine is busy. */
const patienceMs = 40;

/** Questions that are asked over and over beside boards are kept live as long as these leave so much room. */
const mostAskedAgain = 100;

/** Answers tiles: from the live figures where the question is kept, else from the database. */
export class BoardAnswers {
  private readonly kept: KeptAnswers<Answered<Answer | Trend>>;
  private readonly earlier: KeptAnswers<Answered<Then>>;
  private readonly targets: KeptAnswers<Answered<readonly GroupAnswer[]>>;
  private readonly standing: ReadModelStanding;
  private readonly asked: AskedBefore;

  constructor(
    private readonly dataSource: DataSource,
    private readonly live: LiveQuestions,
    private readonly now: () => number,
    elapsed: () => number,
  ) {
    this.kept = new KeptAnswers(elapsed);
    this.asked = new AskedBefore(elapsed);
    // what was a period ago moves with the clock, and hardly ever with an event
    this.earlier = new KeptAnswers(elapsed, { betweenMs: 30_000, atOnce: 1 });
    this.targets = new KeptAnswers(elapsed, { atOnce: 1 });
    this.standing = new ReadModelStanding(dataSource);
  }

  /** Where the read model stands: whether kept answers will do, and which questions there are. */
  look(): Promise<Standing> {
    return this.standing.look();
  }

  /** The answers of all tiles, of one instant but for those that are kept: the present, or the one that the live figures have come to. */
  async all(tiles: readonly BoardTile[], isWatched: boolean): Promise<readonly TileAnswer[]> {
    const standing = await this.look();
    if (isWatched) this.watch(tiles, standing);
    const isLive = await this.isLiveNow();
    const now = this.now();
    return Promise.all(
      tiles.map(async (tile) => {
        const beside = this.beside(tile, standing, now);
        const told = (isLive ? this.fromLive(tile, standing) : null) ?? (await this.fromDatabase(tile, standing, now));
        return withBeside(tile, told, await beside, standing);
      }),
    );
  }

  /** Somebody looks at these tiles. */
  watch(tiles: readonly BoardTile[], { configuration }: Standing): void {
    for (const tile of tiles) {
      const question = this.questionOf(tile, { configuration });
      const subscription = question === null ? null : subscriptionOf(question, { configuration, rates: noRates }, this.now());
      if (subscription !== null) this.live.watch(subscription);
    }
  }

  /**
   * The very question of `GET /v1/kpis/:kpi` from the live figures; null: it is not kept, or cannot be told soon. A question of a window that
   * comes again is kept from then on, as one of a board is.
   */
  async present(kpi: string, params: Params): Promise<Answer | null> {
    if (!isOfThePresent(params)) return null;
    const isAgain = params['window'] !== undefined && this.asked.again(writtenOf(kpi, params));
    if (!isAgain && !this.live.isAnyWatched) return null;
    const { configuration } = await this.look();
    const question = presentQuestion(kpi, params, { configuration });
    if (question === null) return null;
    const subscription = isAgain ? subscriptionOf(question, { configuration, rates: noRates }, this.now()) : null;
    if (subscription !== null) this.live.watch(subscription, mostAskedAgain);
    return this.live.has(question) && (await this.isLiveNow()) ? this.live.answer(question) : null;
  }

  /** What the live figures say of a tile where they stand; null: they do not keep its question. */
  fromLive(tile: BoardTile, standing: Standing): TileAnswer | null {
    const question = this.questionOf(tile, standing);
    const told = question === null ? null : this.live.answer(question);
    return told === null ? null : tileFigures(tile, told, true);
  }

  async fromDatabase(tile: BoardTile, { mark }: Standing, now: number): Promise<TileAnswer> {
    const fault = faultOf(tile);
    if (fault !== null) return tileProblem(tile, fault);
    const params = paramsOf(tile);
    const { kpi, form, bucket } = tile;
    const here = { now };
    const answered = await this.kept.get(JSON.stringify([kpi, params, form === 'trend', bucket]), mark, () =>
      form === 'trend'
        ? trend(this.dataSource, kpi, bucket === null ? params : { ...params, bucket }, here)
        : answer(this.dataSource, kpi, params, here),
    );
    return answered.ok ? tileFigures(tile, answered.body, false) : tileProblem(tile, answered);
  }

  /** What a tile asks to see beside its answer, from the database. */
  async beside(tile: BoardTile, { mark }: Standing, now: number): Promise<Beside> {
    if (!asksForMore(tile) || faultOf(tile) !== null) return nothingBeside;
    const { kpi, compare, target, form } = tile;
    const params = paramsOf(tile);
    const name = JSON.stringify([kpi, params, compare]);
    const [then, targets] = await Promise.all([
      compare === null || form === 'trend'
        ? null
        : this.earlier.get(name, mark, () => thenOf(this.dataSource, kpi, params, compare, { now })),
      target !== 'set' ? null : this.targets.get(name, mark, () => targetsSet(this.dataSource, kpi, params, { now })),
    ]);
    return { then: then?.ok === true ? then.body : null, targets: targets?.ok === true ? targets.body : null };
  }

  private questionOf(tile: BoardTile, context: Pick<Standing, 'configuration'>): PresentQuestion | null {
    return tile.form === 'trend' || faultOf(tile) !== null ? null : presentQuestion(tile.kpi, paramsOf(tile), context);
  }

  /** Brings the live figures to the present; false: they take too long. */
  private async isLiveNow(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), patienceMs);
    });
    const caughtUp = this.live.catchUp().then(
      () => true,
      () => false,
    );
    try {
      return await Promise.race([caughtUp, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** A question as it was written, but for the order of its parameters. */
const writtenOf = (kpi: string, params: Params): string =>
  JSON.stringify([kpi, Object.entries(params).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
