import { emptyWall } from '@leadclock/live-protocol/empty-wall.js';
import type { WallState } from '@leadclock/live-protocol/protocol.js';
import { FigurePace } from '../rooms/figure-pace.js';
import type { LiveRoom } from '../rooms/live-room.js';
import type { NameBook } from './name-book.js';
import { alertPart, figurePart, leadPart, leadsShown, type WallSources } from './wall-state.js';

/** Decides what goes to the walls and when: who waits at once, figures over many leads at most four times a second. */
export class WallPublisher {
  private readonly pace: FigurePace;

  constructor(
    private readonly room: LiveRoom<WallState>,
    private readonly names: NameBook,
    elapsed: () => number,
  ) {
    this.pace = new FigurePace(elapsed);
  }

  /** When withheld figures may go out, on the same count of milliseconds; Infinity: none are withheld. */
  get nextAt(): number {
    return this.pace.nextAt;
  }

  /** The figures or lists have moved. */
  async moved(sources: WallSources, extra: Partial<WallState>): Promise<void> {
    const lead = leadPart(sources, await this.names.of(leadsShown(sources)));
    this.pace.owe();
    this.room.publish({ ...lead, ...extra, ...this.figuresNow(sources) });
  }

  /** Alerts were raised, or have ended. */
  alertsMoved(alerts: WallSources['alerts'], names: ReadonlyMap<string, string>): void {
    this.room.publish(alertPart(alerts, names));
  }

  /** Sends withheld figures once they may go. */
  flush(sources: WallSources): void {
    this.room.publish(this.figuresNow(sources));
  }

  /** Everything was read again. */
  async restarted(sources: WallSources, extra: Partial<WallState>): Promise<void> {
    const names = await this.names.of(leadsShown(sources));
    this.pace.sent();
    this.room.restart({
      ...emptyWall(),
      ...leadPart(sources, names),
      ...figurePart(sources),
      ...alertPart(sources.alerts, names),
      ...extra,
    });
  }

  private figuresNow(sources: WallSources): Partial<WallState> {
    return this.pace.take() ? figurePart(sources) : {};
  }
}
