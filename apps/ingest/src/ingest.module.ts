import type { EventLog } from '@leadclock/event-log/event-log.js';
import { Keyring } from '@leadclock/identity/keyring.js';
import { LocalToken } from '@leadclock/identity/local-token.js';
import { SpoolTable } from '@leadclock/read-model/outside/spool.table.js';
import { VaultTable } from '@leadclock/read-model/outside/vault.table.js';
import { Readiness } from '@leadclock/runtime/readiness.js';
import type { Settings } from '@leadclock/runtime/settings.js';
import { CLOCK, type Clock, CONFIG_LOG, EVENTS_LOG, LOGGER, SETTINGS } from '@leadclock/runtime/tokens.js';
import { type BeforeApplicationShutdown, Inject, Module, type OnApplicationBootstrap, type Provider } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { LogPresence } from './append/log-presence.js';
import { Relay } from './append/relay.js';
import { RelayModule } from './append/relay.module.js';
import { FeedKeeper } from './calendars/feed-keeper.js';
import { Commands } from './commands/commands.js';
import { Admission } from './door/admission.js';
import { LARGEST_BODY } from './door/body.js';
import { Door } from './door/door.js';
import { SchemasController } from './schemas.controller.js';

/** Longer than the log and then the spool may take to answer. */
const LEAVE_WITHIN_MS = 10_000;
/** For the whole answer of an address that holidays are read from. */
const FEED_WITHIN_MS = 15_000;
const MOST_BYTES_INSIDE = 32 * 1024 * 1024;

const doorParts: Provider[] = [
  { provide: Admission, useFactory: () => new Admission(MOST_BYTES_INSIDE, LARGEST_BODY) },
  { provide: VaultTable, inject: [DataSource], useFactory: (dataSource: DataSource) => new VaultTable(dataSource) },
  {
    provide: Keyring,
    inject: [DataSource, CLOCK],
    useFactory: async (dataSource: DataSource, clock: Clock) => {
      const keyring = new Keyring(dataSource, clock);
      await keyring.load();
      return keyring;
    },
  },
  { provide: LocalToken, inject: [SETTINGS], useFactory: (settings: Settings) => LocalToken.make(settings.dataFolder) },
  {
    provide: Commands,
    inject: [DataSource, EVENTS_LOG, CLOCK, LOGGER, Relay],
    useFactory: (dataSource: DataSource, { topic }: EventLog, clock: Clock, logger: Logger, relay: Relay) =>
      new Commands({ dataSource, topic, clock, logger, onSpooled: () => relay.wake() }),
  },
  {
    provide: FeedKeeper,
    inject: [DataSource, CONFIG_LOG, CLOCK, LOGGER, Relay, SETTINGS],
    useFactory: (dataSource: DataSource, configLog: EventLog, clock: Clock, logger: Logger, relay: Relay, settings: Settings) =>
      new FeedKeeper({
        dataSource,
        configLog,
        clock,
        logger,
        onSpooled: () => relay.wake(),
        allow: settings.calendarAllow,
        timeout: FEED_WITHIN_MS,
      }),
  },
  {
    provide: Door,
    inject: [EVENTS_LOG, CONFIG_LOG, SpoolTable, VaultTable, LogPresence, CLOCK, LOGGER, Readiness],
    useFactory: (
      eventsLog: EventLog,
      configLog: EventLog,
      spool: SpoolTable,
      vault: VaultTable,
      presence: LogPresence,
      clock: Clock,
      logger: Logger,
      readiness: Readiness,
    ) =>
      new Door({ eventsLog, configLog, spool, vault, presence, clock, logger, onTrouble: (reason) => readiness.report('ingest', reason) }),
  },
];

/** The way in: `POST /v1/events`, people's commands, the import of files, the feeds of holidays, JSON Schemas; hands what it accepts to the log, else to the spool. */
@Module({ imports: [RelayModule], controllers: [SchemasController], providers: doorParts, exports: [Door, RelayModule] })
export class IngestModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    @Inject(Relay) private readonly relay: Relay,
    @Inject(Admission) private readonly admission: Admission,
    @Inject(FeedKeeper) private readonly feeds: FeedKeeper,
  ) {}

  onApplicationBootstrap(): void {
    this.feeds.start();
  }

  /** Before the server closes: nobody new is let in, and who is inside gets the answer. What is left in the spool waits for the next start. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.admission.close(LEAVE_WITHIN_MS), this.feeds.stop()]);
    await this.relay.stop();
  }
}
