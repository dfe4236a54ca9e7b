import type { EntityManager } from 'typeorm';

/** LISTEN on this channel to hear that alerts have changed; only a wake-up: what changed, the lane says. */
export const ALERT_CHANNEL = 'leadclock_alert';

/** An alert as it is raised. Instants are epoch milliseconds. */
export interface RaisedAlert {
  /** `alertId` of libs/domain/src/alerts */
  readonly id: string;
  readonly lead: string;
  readonly step: string;
  readonly dueAt: number;
  readonly raisedAt: number;
  /** whom it tells; null: everybody */
  readonly rep: string | null;
  /** events that may take its reason away were not read yet when it was raised */
  readonly unconfirmed: boolean;
}

export interface AlertEnd {
  readonly id: string;
  readonly ended: 'resolved' | 'retracted';
}

/** Whoever changes alerts locks the lane first: changes become visible in the order of their numbers. */
const lane = (when = 'true') => `lane as (update alert_lane set change_no = change_no + 1 where ${when} returning change_no)`;
const called = `(select pg_notify('${ALERT_CHANNEL}', ''))`;
const instant = (value: string): string => `to_timestamp(${value} / 1000.0)`;

/** Raises those that nobody has raised yet, and answers their ids. */
export async function raiseAlerts(em: EntityManager, alerts: readonly RaisedAlert[]): Promise<ReadonlySet<string>> {
  if (alerts.length === 0) return new Set();
  const raised = await em.query<{ id: string }[]>(
    `with ${lane()}, put as (
       insert into alert (id, lead, step, due_at, raised_at, rep, unconfirmed, change_no)
       select a.id, a.lead, a.step, ${instant('a.due')}, ${instant('a.raised')}, a.rep, a.unconfirmed, lane.change_no
         from unnest($1::text[], $2::text[], $3::text[], $4::float8[], $5::float8[], $6::text[], $7::boolean[])
           a(id, lead, step, due, raised, rep, unconfirmed), lane
       on conflict do nothing returning id)
     select id, ${called} from put`,
    [
      alerts.map(({ id }) => id),
      alerts.map(({ lead }) => lead),
      alerts.map(({ step }) => step),
      alerts.map(({ dueAt }) => dueAt),
      alerts.map(({ raisedAt }) => raisedAt),
      alerts.map(({ rep }) => rep),
      alerts.map(({ unconfirmed }) => unconfirmed),
    ],
  );
  return new Set(raised.map(({ id }) => id));
}

/** Ends those that are open, and answers their ids: of several that end one alert, one does. */
export async function endAlerts(em: EntityManager, ends: readonly AlertEnd[], at: number): Promise<ReadonlySet<string>> {
  const ended = await em.query<{ id: string }[]>(
    `with ${lane()}, put as (
       update alert a set ended_at = ${instant('$3::float8')}, ended = e.ended, change_no = lane.change_no
         from unnest($1::text[], $2::text[]) e(id, ended), lane
        where a.id = e.id and a.ended_at is null returning a.id)
     select id, ${called} from put`,
    [ends.map(({ id }) => id), ends.map((end) => end.ended), at],
  );
  return new Set(ended.map(({ id }) => id));
}

/** What could have taken their reason away has been read, and did not. */
export async function confirmAlerts(em: EntityManager, ids: readonly string[]): Promise<void> {
  await em.query(
    `with ${lane()}, put as (
       update alert a set unconfirmed = false, change_no = lane.change_no from lane
        where a.id = any($1::text[]) and a.unconfirmed and a.ended_at is null returning a.id)
     select count(*), ${called} from put`,
    [ids],
  );
}

/** Keeps who acknowledged an alert first, and when (epoch ms). False: it was acknowledged before, or there is no such alert. */
export async function acknowledgeAlert(em: EntityManager, id: string, rep: string, at: number): Promise<boolean> {
  const acknowledged = await em.query<unknown[]>(
    `with ${lane('exists (select from alert where id = $1 and acknowledged_at is null)')}, put as (
       update alert a set acknowledged_at = ${instant('$3::float8')}, acknowledged_by = $2, change_no = lane.change_no from lane
        where a.id = $1 and a.acknowledged_at is null returning a.id)
     select id, ${called} from put`,
    [id, rep, at],
  );
  return acknowledged.length > 0;
}
