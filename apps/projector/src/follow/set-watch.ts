import { currentMadeSet, madeOtherwise } from '@leadclock/read-model/sets/derivation.js';
import type { DataSource } from 'typeorm';
import type { ProjectorMetrics } from '../metrics.js';
import type { ProjectorLines } from '../projector-lines.js';

interface Watching {
  readonly dataSource: DataSource;
  readonly logger: ProjectorLines;
  readonly reportSet?: (reason: string | null) => void;
  readonly lookEveryMs?: number;
}

const LOOK_EVERY_MS = 5_000;

/** Looks now and then which set is the current one, and says when it was made otherwise than this program makes it. */
export class SetWatch {
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();
  private said: string | null = null;
  private stopped = false;

  constructor(
    private readonly settings: Watching,
    private readonly metrics: ProjectorMetrics,
  ) {}

  /** `onEpoch` is told the epoch of the current set at each look. */
  start(onEpoch: (epoch: number) => void): void {
    const look = async (): Promise<void> => {
      try {
        await this.look(onEpoch);
      } catch (error) {
        // a database that is away is reported by whoever writes
        this.settings.logger.debug({ err: error }, 'which set is the current one cannot be seen now');
      }
      if (!this.stopped) this.timer = setTimeout(begin, this.settings.lookEveryMs ?? LOOK_EVERY_MS).unref();
    };
    const begin = (): void => {
      this.looking = look();
    };
    begin();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.looking;
  }

  private async look(onEpoch: (epoch: number) => void): Promise<void> {
    const { dataSource, logger, reportSet } = this.settings;
    const { name, epoch, derivation } = await currentMadeSet(dataSource);
    if (this.stopped) return;
    this.metrics.derivation.set({ of: 'program' }, derivation.program);
    this.metrics.derivation.set({ of: 'set' }, derivation.set ?? 0);
    const reason = madeOtherwise(derivation);
    if (reason !== null && reason !== this.said) logger.error({ set: name }, reason);
    if (reason !== this.said) reportSet?.(reason);
    this.said = reason;
    onEpoch(epoch);
  }
}
