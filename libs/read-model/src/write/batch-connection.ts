import { Client } from 'pg';

/**
 * A plan that was made while a table was empty is kept until somebody takes statistics, a minute later, and until then reads the whole of a table that
 * has long grown, for each row that it looks for. So plans are made anew so often, milliseconds; a dozen of them take a millisecond or two.
 */
const PLANS_LAST_MS = 1_000;

/**
 * A connection of its own for transactions of few rows. Their statements are sent together (pg's pipeline mode, which knows no COPY) and their answers
 * awaited together: two round trips instead of a dozen, each of which costs either side more than the rows in it.
 */
export class BatchConnection {
  private connecting: Promise<Client> | null = null;
  private plannedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly url: string,
    private readonly applicationName = 'leadclock batches',
    private readonly elapsed = () => performance.now(),
  ) {}

  /**
   * One transaction of what `send` asks, all of it or nothing: throws what the first statement that failed says. `send` must ask for all it wants
   * at once, without waiting. One transaction at a time.
   */
  async transaction(send: (client: Client) => readonly Promise<unknown>[]): Promise<void> {
    const client = await this.open();
    try {
      const failed = (await this.together(client, send)).find((answer) => answer.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => this.drop(client));
      throw error;
    }
  }

  async close(): Promise<void> {
    const client = await this.connecting?.catch(() => null);
    this.connecting = null;
    await client?.end();
  }

  private together(
    client: Client,
    send: (client: Client) => readonly Promise<unknown>[],
  ): Promise<readonly PromiseSettledResult<unknown>[]> {
    const { stream } = client.connection;
    // held back until all is there: one packet
    stream.cork();
    try {
      return Promise.allSettled([client.query('begin'), ...this.planAnew(client), ...send(client)]);
    } finally {
      stream.uncork();
    }
  }

  private planAnew(client: Client): readonly Promise<unknown>[] {
    if (this.elapsed() - this.plannedAt < PLANS_LAST_MS) return [];
    this.plannedAt = this.elapsed();
    return [client.query('discard plans')];
  }

  private open(): Promise<Client> {
    this.connecting ??= this.connect().catch((error: unknown) => {
      this.connecting = null;
      throw error;
    });
    return this.connecting;
  }

  private async connect(): Promise<Client> {
    const client = new Client({ connectionString: this.url, application_name: this.applicationName, pipeline: true });
    // a connection that ends between two transactions is opened again by the next one
    client.on('error', () => this.drop(client));
    await client.connect();
    return client;
  }

  private drop(client: Client): void {
    this.connecting = null;
    void client.end().catch(() => undefined);
  }
}
