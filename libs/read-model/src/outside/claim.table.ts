import type { EntityManager } from 'typeorm';

/** Names an event: that of an assignment. Both are empty for a lead that nobody was ever assigned. */
export interface EventName {
  readonly source: string;
  readonly id: string;
}

/** A lead that was never assigned has one claim all the same. */
export const NEVER_ASSIGNED: EventName = { source: '', id: '' };

/** Instead of a rep: a step of a ladder has followed this assignment by another, which is claimed from then on. */
export const BY_RULE = '';

/** Who won an assignment of a lead. */
export interface ClaimRow {
  /** or `BY_RULE` */
  readonly rep: string;
  /** id of the event that says so */
  readonly event: string;
  /** epoch ms */
  readonly at: number;
  /** the lead was given back; it is claimed anew under the assignment that this made */
  readonly released: boolean;
}

interface Claimed extends Pick<ClaimRow, 'rep' | 'event' | 'at'> {
  readonly lead: string;
  readonly assignment: EventName;
}

const values = ({ lead, assignment, rep, event, at }: Claimed) => [lead, assignment.source, assignment.id, rep, event, at];

/** Claims an assignment that nobody has, or gives it back, after waiting for others that are at it; false: it has a row. */
export async function insertClaim(em: EntityManager, claim: Claimed, released = false): Promise<boolean> {
  const won = await em.query<unknown[]>(
    `insert into claim (lead, source, id, rep, event, at, released) values ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0), $7)
     on conflict do nothing returning lead`,
    [...values(claim), released],
  );
  return won.length > 0;
}

/** Says that whoever had an assignment has handed it over. The caller holds its row, by `lockedClaim`. */
export async function takeOver(em: EntityManager, claim: Claimed): Promise<void> {
  await em.query(
    'update claim set rep = $4, event = $5, at = to_timestamp($6 / 1000.0) where lead = $1 and source = $2 and id = $3',
    values(claim),
  );
}

/** Says that an assignment which was claimed is given back: nobody can claim it any more. The caller holds its row, by `lockedClaim`. */
export async function releaseClaim(em: EntityManager, lead: string, { source, id }: EventName): Promise<void> {
  await em.query('update claim set released = true where lead = $1 and source = $2 and id = $3', [lead, source, id]);
}

/** Who has an assignment; the row is locked for this transaction. */
export async function lockedClaim(em: EntityManager, lead: string, { source, id }: EventName): Promise<ClaimRow | null> {
  const [row] = await em.query<ClaimRow[]>(
    `select rep, event, (extract(epoch from at) * 1000)::bigint as at, released from claim
     where lead = $1 and source = $2 and id = $3 for update`,
    [lead, source, id],
  );
  return row ?? null;
}
