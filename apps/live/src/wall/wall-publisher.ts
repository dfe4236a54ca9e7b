import { emptyWall } from '@leadclock/live-protocol/empty-wall.js';
import type { WallState } from '@leadclock/live-protocol/protocol.js';
import type { NameBook } from './name-book.js';
import type { WallRoom } from './wall-room.js';
import { figurePart, leadPart, leadsShown, type WallSources } from './wall-state.js';

/** Figures over many leads go out at most so often. */
const betweenFigures = 250;

/** Decides what goes to the walls and when: who waits at once, figures over many leads at most four times a second. */
export class WallPublisher {
  private figuresSentAt = Number.NEGATIVE_INFINITY;
  private figuresDue = false;

  constructor(
    private readonly room: WallRoom,
    private readonly names: NameBook,
    private readonly elapsed: () => number,
  ) {}

  /** When withheld figures may go out, on the same count of milliseconds; Infinity: none are withheld. */
  get nextAt(): number {
    return this.figuresDue ? this.figuresSentAt + betweenFigures : Number.POSITIVE_INFINITY;
  }

  /** The figures or lists have moved. */
  async moved(sources: WallSources, extra: Partial<WallState>): Promise<void> {
    const lead = leadPart(sources, await this.names.namesOf(leadsShown(sources)));
    this.figuresDue = true;
    this.room.publish({ ...lead, ...extra, ...this.figuresNow(sources) });
  }

  /** Sends withheld figures once they may go. */
  flush(sources: WallSources): void {
    this.room.publish(this.figuresNow(sources));
  }

  /** Everything was read again. */
  async restarted(sources: WallSources, extra: Partial<WallState>): Promise<void> {
    const lead = leadPart(sources, await this.names.namesOf(leadsShown(sources)));
    this.figuresDue = false;
    this.figuresSentAt = this.elapsed();
    this.room.restart({ ...emptyWall(), ...lead, ...figurePart(sources), ...extra });
  }

  private figuresNow(sources: WallSources): Partial<WallState> {
    const now = this.elapsed();
    if (!this.figuresDue || now < this.figuresSentAt + betweenFigures) return {};
    this.figuresDue = false;
    this.figuresSentAt = now;
    return figurePart(sources);
  }
}
