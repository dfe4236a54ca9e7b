import { Client } from 'pg';
import { ALERT_CHANNEL } from '../outside/alert.table.js';
import { CHANGE_CHANNEL } from '../write/change.table.js';

/** What those listen to who show alerts beside figures. */
export const everyChange: readonly string[] = [CHANGE_CHANNEL, ALERT_CHANNEL];

const reconnectAfterMs = 200;

/** What may have changed; `anything`: what was said while the connection was away is lost. */
export type Heard = 'alerts' | 'rows' | 'anything';

/** Hears that something changed in the read model. Only a wake-up: what is said while the connection is away is lost, so look now and then too. */
export class ChangeListener {
  private client: Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly onChange: (what: Heard) => void,
    /** what is listened to: changes of the read model, or those of alerts too */
    private readonly channels: readonly string[] = [CHANGE_CHANNEL],
  ) {}

  /** Begins to listen; a database that is away is tried again until `stop`. */
  async start(): Promise<void> {
    const client = new Client({ connectionString: this.url, application_name: 'leadclock listener', keepAlive: true });
    client.on('notification', ({ channel }) => this.onChange(channel === ALERT_CHANNEL ? 'alerts' : 'rows'));
    // without a handler a cut connection would end the process; `end` follows it
    client.on('error', () => undefined);
    client.on('end', () => this.startLater(client));
    this.client = client;
    try {
      await client.connect();
      for (const channel of this.channels) await client.query(`listen ${channel}`);
      this.onChange('anything');
    } catch {
      this.startLater(client);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.retry !== null) clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private startLater(client: Client): void {
    if (this.stopped || this.client !== client) return;
    this.client = null;
    void client.end().catch(() => undefined);
    this.retry = setTimeout(() => void this.start(), reconnectAfterMs);
  }
}
