import type { Snapshot } from './snapshot.js';

/** What leads were seen with, each value once, in order. */
export interface KnownTraits {
  readonly origins: readonly string[];
  readonly segments: readonly string[];
  readonly channels: readonly string[];
}

/** A list for people to choose from: beyond that they type. */
const MOST = 200;

/** What the leads that have arrived since an instant (epoch ms) came with. Reads their rows once for each of the three. */
export async function knownTraits(snapshot: Snapshot, since: number): Promise<KnownTraits> {
  const [origins, segments, channels] = [
    await valuesOf(snapshot, 'origin', since),
    await valuesOf(snapshot, 'segment', since),
    await valuesOf(snapshot, 'channel', since),
  ];
  return { origins, segments, channels };
}

async function valuesOf({ em, set }: Snapshot, column: 'origin' | 'segment' | 'channel', since: number): Promise<readonly string[]> {
  const rows = await em.query<{ value: string }[]>(
    `select distinct ${column} as value from ${set.name}.lead
      where arrived_at >= to_timestamp($1 / 1000.0) and ${column} is not null order by 1 limit ${MOST}`,
    [since],
  );
  return rows.map(({ value }) => value);
}

/** A word under which ways to reach people listen; `reached`: one of them is not paused. */
interface WayListener {
  readonly listener: string;
  readonly reached: boolean;
}

/** The words under which ways to reach people listen, each once. */
export const wayListeners = ({ em }: Pick<Snapshot, 'em'>): Promise<readonly WayListener[]> =>
  em.query<WayListener[]>('select listener, bool_or(paused_at is null) as reached from way group by listener order by listener');
