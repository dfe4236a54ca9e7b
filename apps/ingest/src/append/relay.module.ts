import type { EventLog } from '@leadclock/event-log/event-log.js';
import { SPOOL_CHANNEL, SpoolTable } from '@leadclock/read-model/outside/spool.table.js';
import { ChangeListener } from '@leadclock/read-model/queries/change-listener.js';
import { CONFIG_LOG, EVENTS_LOG, LOGGER } from '@leadclock/runtime/tokens.js';
import { Inject, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { LogPresence } from './log-presence.js';
import { Relay } from './relay.js';

/** From the spool to the log: a part of the door, and of whoever else puts events into the spool. */
@Module({
  providers: [
    { provide: LogPresence, inject: [LOGGER], useFactory: (logger: Logger) => new LogPresence(logger) },
    { provide: SpoolTable, inject: [DataSource], useFactory: (dataSource: DataSource) => new SpoolTable(dataSource) },
    {
      provide: Relay,
      inject: [SpoolTable, EVENTS_LOG, CONFIG_LOG, LogPresence, LOGGER],
      useFactory: (spool: SpoolTable, events: EventLog, configuration: EventLog, presence: LogPresence, logger: Logger) =>
        new Relay(spool, [events, configuration], presence, logger),
    },
  ],
  exports: [LogPresence, SpoolTable, Relay],
})
export class RelayModule implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly listener: ChangeListener | null;

  constructor(
    @Inject(Relay) private readonly relay: Relay,
    @Inject(DataSource) { options }: DataSource,
  ) {
    const url = 'url' in options ? options.url : undefined;
    this.listener = url === undefined ? null : new ChangeListener(url, () => relay.wake(), [SPOOL_CHANNEL]);
  }

  onApplicationBootstrap(): void {
    this.relay.start();
    void this.listener?.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.listener?.stop();
    await this.relay.stop();
  }
}
