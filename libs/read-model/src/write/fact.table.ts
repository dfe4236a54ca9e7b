import type { Fact } from '@leadclock/domain/facts/fact.js';
import type { Client } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { arrayLiteral } from './cell.js';
import { eachBySubject } from './each-by-subject.js';
import { KeyRows } from './key-rows.js';
import { prepared } from './prepared.js';
import { type Row, type TableShape, TextRows } from './text-rows.js';

export const factShape: TableShape = {
  name: 'fact',
  key: 3,
  columns: {
    subject: 'text',
    kind: 'text',
    n: 'int',
    part: 'text',
    item: 'text',
    at: 'bigint',
    '"from"': 'bigint',
    until: 'bigint',
    since: 'bigint',
    due: 'bigint',
    value: 'bigint',
    excluded: 'text',
    outcome: 'text',
    touch_channel: 'text',
    team: 'text',
    rep: 'text',
    origin: 'text',
    campaign: 'text',
    channel: 'text',
    segment: 'text',
    product: 'text',
    pipeline: 'text',
    stage: 'text',
    currency: 'text',
  },
};

/** Which fact. */
export type FactKey = Pick<Fact, 'subject' | 'kind' | 'n'>;

export const factRows = (): TextRows<Fact> => new TextRows(factShape, factCells);

export const factKeys = (): KeyRows<FactKey> => new KeyRows(factShape.key, (fact) => [fact.subject, fact.kind, fact.n]);

/** A fact that is there, and its other end. */
export type FactEnd = FactKey & Pick<Fact, 'until'>;

export const factEnds = (): KeyRows<FactEnd> => new KeyRows(factShape.key + 1, (fact) => [fact.subject, fact.kind, fact.n, fact.until]);

const factCells = (fact: Fact): Row => [
  fact.subject,
  fact.kind,
  fact.n,
  fact.part,
  fact.item,
  fact.at,
  fact.from,
  fact.until,
  fact.since,
  fact.due,
  fact.value,
  fact.excluded,
  fact.outcome,
  fact.touchChannel,
  fact.team,
  fact.rep,
  fact.origin,
  fact.campaign,
  fact.channel,
  fact.segment,
  fact.product,
  fact.pipeline,
  fact.stage,
  fact.currency,
];

/** The columns of a fact under the names that the program uses. */
const FACT_COLUMNS = `subject, kind, n, part, item, at, "from", until, since, due, value, excluded, outcome,
  touch_channel as "touchChannel", team, rep, origin, campaign, channel, segment, product, pipeline, stage, currency`;

/** All facts of these subjects; those of one kind lie together, by their number. */
export async function loadFacts(from: DataSource | EntityManager, set: string, subjects: readonly string[]): Promise<readonly Fact[]> {
  return from.query<Fact[]>(`select ${FACT_COLUMNS} from ${eachBySubject(`${set}.fact`)} t order by subject, kind, n`, [
    arrayLiteral(subjects),
  ]);
}

/** Gives facts that are there another end; no index knows of it, so the row stays on its page when there is room. */
export async function endFacts(client: Client, set: string, ends: KeyRows<FactEnd>): Promise<void> {
  if (ends.count === 0) return;
  await prepared(
    client,
    `update ${set}.fact f set until = e.until from unnest($1::text[], $2::text[], $3::int[], $4::bigint[]) e(subject, kind, n, until)
      where f.subject = e.subject and f.kind = e.kind and f.n = e.n`,
    ends.literals(),
  );
}
