import type { Answer } from '@leadclock/domain/kpi/answer.js';
import { answerOf } from '@leadclock/domain/kpi/answer.js';
import type { DataSource } from 'typeorm';
import type { Subscription } from '../engine/live-engine.js';
import { LiveLayers } from '../engine/live-layers.js';
import { askedNow, type PresentQuestion } from './asked-tile.js';

/** A question that nobody has looked at for so long is let go. */
const watchedForMs = 3 * 60_000;
/** More are not kept: each costs a look at every fact of its kinds. Those beyond are asked of the database. */
const mostWatched = 200;

interface Watched {
  readonly subscription: Subscription;
  until: number;
}

/** The questions that somebody watches, kept live while he does. Two turns at the figures never overlap. */
export class LiveQuestions {
  private readonly layers: LiveLayers;
  private readonly watched = new Map<string, Watched>();
  private turns: Promise<unknown> = Promise.resolve();
  private taking: Promise<void> | null = null;

  constructor(
    dataSource: DataSource,
    now: () => number,
    private readonly elapsed: () => number,
    /** told when questions were taken up, or could not be */
    private readonly taken: (error: unknown) => void,
  ) {
    this.layers = new LiveLayers(dataSource, now);
  }

  get next(): number {
    return this.layers.next;
  }

  get held(): LiveLayers['held'] {
    return this.layers.held;
  }

  get isAnyWatched(): boolean {
    return this.watched.size > 0;
  }

  /** Somebody looks at it now; `most`: it is kept only where no more than so many are. */
  watch(subscription: Subscription, most = mostWatched): void {
    const { name } = subscription;
    if (!this.watched.has(name) && this.watched.size >= most) return;
    this.watched.set(name, { subscription, until: this.elapsed() + watchedForMs });
  }

  /** Lets go what nobody looks at any more, and begins to take up what is new; both happen beside everything else. */
  tend(): void {
    for (const [name, { until }] of this.watched) if (until < this.elapsed()) this.watched.delete(name);
    this.taking ??= this.takeUp();
  }

  /** Waits until nothing is being read any more. */
  async rest(): Promise<void> {
    await this.taking;
    await this.turns;
  }

  /** Takes in what has changed and moves on to the present instant; answers whether anything moved. */
  catchUp(): Promise<boolean> {
    const turn = this.turns.then(async () => {
      const followed = await this.layers.follow();
      return this.layers.advance() || followed;
    });
    this.turns = turn.catch(() => undefined);
    return turn;
  }

  /** Whether the question is kept. */
  has({ name }: PresentQuestion): boolean {
    return this.layers.has(name);
  }

  /** The answer as of where the figures stand (`catchUp` brings them to the present); null: the question is not kept. */
  answer(question: PresentQuestion): Answer | null {
    const looked = this.layers.look(question.name);
    if (looked === null) return null;
    const parsed = askedNow(question, looked, looked.asOf);
    return parsed.ok ? answerOf(question.kpi, parsed.asking, looked.groups) : null;
  }

  private async takeUp(): Promise<void> {
    await Promise.resolve(); // not within the call that keeps this promise
    try {
      const isNew = await this.layers.keep([...this.watched.values()].map(({ subscription }) => subscription));
      if (isNew) this.taken(null);
    } catch (error) {
      this.taken(error);
    } finally {
      this.taking = null;
    }
  }
}
