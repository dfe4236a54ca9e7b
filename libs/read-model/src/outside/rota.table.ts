import type { EntityManager } from 'typeorm';

/** Who had a team's last turn, and when (epoch ms). */
export interface RotaTurn {
  readonly team: string;
  readonly rep: string;
  readonly at: number;
}

/** Waits until nobody else is giving leads on, and keeps others from it until the transaction ends. */
export async function holdRota(em: EntityManager): Promise<void> {
  await em.query('select from rota_turn for update');
}

/** The last turn of each of these teams, as far as leads were given on here. */
export const lastTurns = (em: EntityManager, teams: readonly string[]): Promise<readonly RotaTurn[]> =>
  em.query<RotaTurn[]>('select team, rep, (extract(epoch from at) * 1000)::bigint as at from rota where team = any($1::text[])', [teams]);

/** Keeps turns that were taken. The caller holds the rota. */
export async function putTurns(em: EntityManager, turns: readonly RotaTurn[]): Promise<void> {
  if (turns.length === 0) return;
  await em.query(
    `insert into rota (team, rep, at) select t.team, t.rep, to_timestamp(t.at / 1000.0) from unnest($1::text[], $2::text[], $3::float8[]) t(team, rep, at)
     on conflict (team) do update set rep = excluded.rep, at = excluded.at`,
    [turns.map(({ team }) => team), turns.map(({ rep }) => rep), turns.map(({ at }) => at)],
  );
}
