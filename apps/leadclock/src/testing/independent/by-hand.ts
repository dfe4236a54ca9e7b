import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { type Tally, tallies } from './tallies.js';

type Figure = number | string | null;

/** A group as somebody with a database client would write it down: its key, its figures, and how many are left out for which reason. */
export interface HandGroup {
  readonly key: Readonly<Record<string, string | null>>;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly excluded: Readonly<Record<string, number>>;
}

/** What is computed: a query of this folder, how its rows are tallied (null: it answers groups itself), by what it is sliced, from when until when. */
export interface Sum {
  readonly query: string;
  readonly tally: Tally | null;
  readonly by: readonly string[];
  readonly window: Window;
  readonly clock: 'working' | 'wall';
}
export interface Window {
  /** SQL for the first instant, and the first no more; `as_of` may stand in it; null: all time */
  readonly from: string;
  readonly to: string;
}

/** A cell as the database's client reads it. */
type Cell = string | number | null | readonly string[];

const textOf = (name: string): string => readFileSync(path.join(__dirname, `${name}.sql`), 'utf8');
/** A query with the queries that it names in it. */
const queryOf = (name: string): string => textOf(name).replace(/\{([a-z-]*-[a-z-]+)\}/g, (_, part: string) => queryOf(part));

/**
 * Computes KPIs over exported events in plain SQL, with nothing of the product: events lie in a table as they were exported, and what the catalogue says
 * is written out again as queries. It is slow and it is simple, so that a difference to the product says that one of the two has misread the catalogue.
 */
export class ByHand {
  private constructor(private readonly client: Client) {}

  static async open(connectionString: string, exported: readonly object[]): Promise<ByHand> {
    const client = new Client({ connectionString });
    await client.connect();
    await client.query('create table line (body json)');
    await client.query('insert into line select unnest($1::json[])', [exported.map((event) => JSON.stringify(event))]);
    for (const name of ['events', 'merges', 'configuration']) await client.query(textOf(name));
    return new ByHand(client);
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  /** Everything that is asked next is asked as of this instant. */
  async lookAt(asOf: string): Promise<void> {
    await this.client.query('delete from asked');
    await this.client.query('insert into asked (as_of) values ($1)', [asOf]);
    for (const name of ['as-of', 'as-of-deals', 'as-of-others']) await this.client.query(textOf(name));
    await this.client.query('analyze');
  }

  async groupsOf({ query, tally, by, window, clock }: Sum): Promise<readonly HandGroup[]> {
    await this.client.query(`update asked set "from" = ${window.from}, "to" = ${window.to}, clock = '${clock}'`);
    const said = tally === null ? whole(query, by) : tallied(await this.rowsOf(query, clock), tally, by);
    const { rows } = await this.client.query<Record<string, Cell>>(said);
    return rows.map((row) => groupOf(row, by));
  }

  /** The rows of a query are the same for all windows, unless it asks for one itself; until another instant is looked at they are kept. */
  private async rowsOf(query: string, clock: string): Promise<string> {
    const text = queryOf(query);
    if (text.includes('"from"')) return `(${text})`;
    const table = `seen."${query} by the ${clock} clock"`;
    await this.client.query(`create table if not exists ${table} as ${text}`);
    return table;
  }
}

const within = '(q."from" is null or r.at is null or r.at >= q."from") and (q."to" is null or r.at is null or r.at < q."to")';
const keys = (by: readonly string[]): string => by.map((dimension) => `r.${dimension}, `).join('');
const grouped = (by: readonly string[]): string =>
  by.length === 0 ? '' : `group by ${by.map((dimension) => `r.${dimension}`).join(', ')}`;

function tallied(rows: string, tally: Tally, by: readonly string[]): string {
  const reasons = tally === 'funnel' || tally === 'perLead' ? '' : ', array_agg(excluded) filter (where excluded is not null) as excluded';
  return `select ${keys(by)} ${tallies[tally]}${reasons} from ${rows} r, asked q where ${within} ${grouped(by)}`;
}

/** A query that answers its groups itself names the places where slices and windows go; of a target it is asked for whom it is. */
function whole(query: string, by: readonly string[]): string {
  const whose = ['team', 'rep'].map((who) => `${who} is ${by.includes(who) ? 'not ' : ''}null`).join(' and ');
  return queryOf(query)
    .replaceAll('{by}', by.map((dimension) => `${dimension}, `).join(''))
    .replaceAll('{window}', within)
    .replaceAll('{group}', by.length === 0 ? '' : `group by ${by.join(', ')}`)
    .replaceAll('{whose}', whose);
}

function groupOf(row: Readonly<Record<string, Cell>>, by: readonly string[]): HandGroup {
  const key: Record<string, string | null> = {};
  const figures: Record<string, Figure> = {};
  const excluded: Record<string, number> = {};
  for (const [name, cell] of Object.entries(row)) {
    if (name === 'excluded') {
      for (const reason of Array.isArray(cell) ? cell : []) excluded[reason] = (excluded[reason] ?? 0) + 1;
    } else if (by.includes(name)) key[name] = typeof cell === 'string' ? cell : null;
    else if (typeof cell === 'string' && Number.isNaN(Number(cell))) figures[name] = cell;
    else figures[name] = cell === null ? null : Number(cell);
  }
  return { key, figures, excluded };
}
