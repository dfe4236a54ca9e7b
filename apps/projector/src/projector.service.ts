import type { EventLog } from '@leadclock/event-log/event-log.js';
import { ChangeListener } from '@leadclock/read-model/queries/change-listener.js';
import { BatchConnection } from '@leadclock/read-model/write/batch-connection.js';
import { REFOLD_CHANNEL } from '@leadclock/read-model/write/refold.table.js';
import { addToErasedFile, erasedHash } from '@leadclock/runtime/erased-file.js';
import { Readiness } from '@leadclock/runtime/readiness.js';
import type { Settings } from '@leadclock/runtime/settings.js';
import { CONFIG_LOG, EVENTS_LOG, LOGGER, SETTINGS } from '@leadclock/runtime/tokens.js';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { stayForgotten } from './erasure/stay-forgotten.js';
import { Projector } from './follow/projector.js';

/** Runs the projector for as long as the program runs. */
@Injectable()
export class ProjectorService implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly projector: Projector;
  private readonly few: BatchConnection | undefined;
  private readonly listener: ChangeListener | undefined;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(EVENTS_LOG) eventsLog: EventLog,
    @Inject(CONFIG_LOG) configLog: EventLog,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(Readiness) readiness: Readiness,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    const url = 'url' in dataSource.options ? dataSource.options.url : undefined;
    this.few = url === undefined ? undefined : new BatchConnection(url);
    this.projector = new Projector({
      dataSource,
      few: this.few,
      eventsLog,
      configLog,
      logger: logger.child({ part: 'projector' }),
      report: (reason) => readiness.report('projector', reason),
      erased: (leads) => addToErasedFile(settings.dataFolder, leads.map(erasedHash)),
      reportSet: (reason) => readiness.report('read model', reason),
    });
    this.listener = url === undefined ? undefined : new ChangeListener(url, () => this.projector.lookForRefolds(), [REFOLD_CHANNEL]);
  }

  async onApplicationBootstrap(): Promise<void> {
    const destroyed = await stayForgotten(this.dataSource, this.settings.dataFolder);
    if (destroyed > 0) this.logger.warn({ destroyed }, 'the vault held details of leads that were erased: they are destroyed again');
    this.projector.start();
    void this.listener?.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.listener?.stop();
    await this.projector.stop();
    await this.few?.close();
  }
}
