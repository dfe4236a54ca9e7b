import { type Answer, answerKpi } from '@leadclock/domain/kpi/answer.js';
import { parseAsking } from '@leadclock/domain/kpi/asking.js';
import { kpiNamed } from '@leadclock/domain/kpi/catalogue.js';
import { ratesAt } from '@leadclock/domain/money/rates.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
import type { BoardTile } from '@leadclock/live-protocol/board.js';
import type { TileAnswer } from '@leadclock/live-protocol/board-state.js';
import { putBoard } from '@leadclock/read-model/outside/board.table.js';
import { type LiveApp, StoryClock, startLiveApp } from './live-app.js';
import { Planted } from './planted.js';

type GivenTile = Partial<BoardTile> & Pick<BoardTile, 'id' | 'kpi'>;

/** A tile as a board keeps it. */
export const tileOf = (given: GivenTile) => ({ form: 'number' as const, params: {}, ...given });

/** A floor in Madrid at noon with an answer in time, one late, a lead that waits and a deal won in dollars; and boards about it. */
export class BoardFloor {
  private readonly versions = new Map<string, number>();

  private constructor(
    readonly planted: Planted,
    readonly clock: StoryClock,
    readonly live: LiveApp,
  ) {}

  static async open(): Promise<BoardFloor> {
    const planted = await Planted.open();
    const clock = new StoryClock(at('12:00'));
    const amount = { amount: 100, currency: 'USD' };
    await planted.plant(
      subject('site').tell('site.set', 'mon 00:00', { name: 'Floor', zone: 'Europe/Madrid', locale: 'es-ES', currency: 'EUR' }),
      subject('ana').tell('rep.set', '08:00', { name: 'Ana', team: 'north', active: true }),
      subject('bo').tell('rep.set', '08:00', { name: 'Bo', team: 'south', active: true }),
      subject('USD').tell('rate.set', '08:00', { date: '2026-11-01', to: 'EUR', rate: 0.9 }),
      lead('ada').arrived('09:00', { owner: 'ana' }).called('09:02', 'ana', 'connected').opened('10:00').won('11:00', { amount }),
      lead('bob').arrived('11:00', { owner: 'bo' }).called('11:09', 'bo', 'connected').opened('11:10'),
      lead('cy').arrived('11:58', { owner: 'ana' }),
    );
    return new BoardFloor(planted, clock, await startLiveApp(planted.dataSource, clock));
  }

  /** Keeps a board with these tiles, in the place of the one of that id that it kept before. */
  async keep(id: string, ...tiles: GivenTile[]): Promise<void> {
    const body = { name: id, tiles: tiles.map(tileOf) };
    const board = await putBoard(this.planted.dataSource, { id, body, seen: this.versions.get(id) ?? 0, now: this.clock.now });
    this.versions.set(id, board?.version ?? 0);
  }

  async json<T>(where: string, init?: RequestInit): Promise<T> {
    const response = await fetch(`${this.live.url}${where}`, init);
    return JSON.parse(await response.text());
  }

  /** What the tiles of a board say. */
  async answersOf(board: string): Promise<readonly TileAnswer[]> {
    const { tiles } = await this.json<{ tiles: TileAnswer[] }>(`/v1/boards/${board}/answers`);
    return tiles;
  }

  /** What one pass over all facts says of a question now. */
  inMemory(name: string, params: Readonly<Record<string, string>>): Answer {
    const kpi = kpiNamed(name);
    const { configuration, facts } = this.planted;
    const parsed = kpi === null ? null : parseAsking(kpi, params, { configuration, now: this.clock.now });
    if (kpi === null || parsed?.ok !== true) throw new Error(name);
    const rates = facts.flatMap((fact) => (fact.kind === 'rate' ? [{ ...fact, kind: fact.kind }] : []));
    return answerKpi(kpi, parsed.asking, facts, { configuration, rates: ratesAt(rates, this.clock.now) });
  }

  async close(): Promise<void> {
    await this.live.close();
    await this.planted.close();
  }
}
