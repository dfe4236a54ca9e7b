import { ALERT_CHANNEL } from '@leadclock/read-model/outside/alert.table.js';
import { DELIVERY_CHANNEL } from '@leadclock/read-model/outside/delivery.table.js';
import { type PushKeyPair, pushKeys } from '@leadclock/read-model/outside/push-key.table.js';
import { ChangeListener } from '@leadclock/read-model/queries/change-listener.js';
import type { DatabaseClock } from '@leadclock/runtime/database-clock.js';
import type { Settings } from '@leadclock/runtime/settings.js';
import { DATABASE_CLOCK, LOGGER, SETTINGS } from '@leadclock/runtime/tokens.js';
import { WakeUp } from '@leadclock/runtime/wake-up.js';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { guardAddresses } from './address-guard.js';
import { Deliveries } from './deliveries.js';
import { rest } from './rest.js';
import { MailServer } from './send-mail.js';

/** A call may be lost. */
const longestSleepMs = 30_000;
const afterTroubleMs = 1_000;
/** A try takes no longer: who is slower has his message again later. */
const limitMs = 15_000;
/** What many alerts say at once is taken in together. */
const restMs = 100;

const elapsed = (): number => performance.now();

/** Whom push services can ask about us: some take no message without an address that might be one. */
const contactOf = ({ mail, publicUrl }: Pick<Settings, 'mail' | 'publicUrl'>): string => {
  if (mail !== null) return `mailto:${mail.from}`;
  return publicUrl?.startsWith('https:') === true ? publicUrl : 'mailto:operator@leadclock.invalid';
};

/** Sends what alerts say for as long as the program runs: when they say something, when a try is due, and now and then. */
@Injectable()
export class WaysService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly deliveries: Deliveries;
  private readonly mailServer: MailServer | null;
  private readonly wakeUp = new WakeUp();
  private readonly listener: ChangeListener;
  private running: Promise<void> | null = null;
  private readonly stopping = new AbortController();
  private isTroubled = false;
  private keys: Promise<PushKeyPair> | null = null;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(DATABASE_CLOCK) clock: DatabaseClock,
    @Inject(SETTINGS) { mail, webhookAllow, publicUrl, host, port }: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const { options } = dataSource;
    const url = 'url' in options ? options.url : undefined;
    if (url === undefined) throw new Error('the database has no address');
    this.mailServer = mail === null ? null : new MailServer(mail.smtpUrl, limitMs);
    this.deliveries = new Deliveries({
      dataSource,
      outlets: {
        mail: mail === null || this.mailServer === null ? null : { server: this.mailServer, from: mail.from },
        push: { keys: () => this.pushKeys(), contact: contactOf({ mail, publicUrl }) },
        guard: guardAddresses(webhookAllow),
        limitMs,
        stopping: this.stopping.signal,
      },
      publicUrl: publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
      now: clock.now,
      elapsed,
      onFree: () => this.wakeUp.call(),
      onFailure: (way, failure) => this.logger.info({ way, failure }, 'a message could not be sent'),
      onTrouble: (error) => this.failed(error),
    });
    this.listener = new ChangeListener(url, () => this.wakeUp.call(), [ALERT_CHANNEL, DELIVERY_CHANNEL]);
  }

  onApplicationBootstrap(): void {
    void this.listener.start();
    this.running = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.wakeUp.call();
    await this.listener.stop();
    await this.running;
    await this.deliveries.idle();
    this.mailServer?.close();
  }

  /** They never change: read once. */
  private pushKeys(): Promise<PushKeyPair> {
    this.keys ??= pushKeys(this.dataSource).catch((error: unknown) => {
      this.keys = null;
      throw error;
    });
    return this.keys;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const pause = await this.turn();
      const began = elapsed();
      await this.wakeUp.wait(Math.ceil(Math.min(pause, longestSleepMs)));
      // what is said after a pause goes at once
      await rest(restMs - (elapsed() - began), this.stopping.signal);
    }
  }

  private async turn(): Promise<number> {
    try {
      const pause = await this.deliveries.turn();
      this.isTroubled = false;
      return pause;
    } catch (error) {
      this.failed(error);
      return afterTroubleMs;
    }
  }

  /** Once: what is wrong with the database is told by others too. */
  private failed(error: unknown): void {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'no answer';
    // a database error carries the row: no address may get into a log
    if (!this.isTroubled) this.logger.warn({ code }, 'messages cannot be sent; they will be as soon as the database answers');
    this.isTroubled = true;
  }
}
