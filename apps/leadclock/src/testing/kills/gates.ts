import { until } from '@leadclock/runtime/testing/until.js';
import type { Client } from 'pg';
import { type Member, memberNames } from './killed-servers.js';

/** Moments between a deadline and its alert on a page at which the database holds a process; `relay` is the lock that relays take. */
const gates = { claim: 1, commit: 2, relay: 7_301_977, unsent: 3, logged: 4, folding: 5, saying: 6 } as const;
export type GateName = keyof typeof gates;

/** Whoever comes to a moment waits there while the gate is closed; `story.raised` says who raised an alert, and when that was committed. */
export async function installGates(client: Client): Promise<void> {
  await client.query(`
create schema story;
create table story.raised (alert text, who text, at timestamptz);
create index on story.raised (alert);
create index on story.raised (at);
create function story.hold() returns trigger language plpgsql as $$
begin
  if session_user = any(string_to_array(tg_argv[1], ',')) then perform pg_advisory_xact_lock_shared(tg_argv[0]::bigint); end if;
  if tg_argv[2] = 'raised' and session_user in ('one', 'two') then
    insert into story.raised values (new.id, session_user, clock_timestamp());
  end if;
  return new;
end $$;
create trigger claim before insert on alert for each statement execute function story.hold(${gates.claim}, 'one,two', '');
create constraint trigger made after insert on alert deferrable initially deferred for each row
  execute function story.hold(${gates.commit}, 'one,two', 'raised');
create trigger unsent before delete on spool for each statement execute function story.hold(${gates.unsent}, 'one,two,door', '');
create trigger logged before insert on set_1.timeline for each statement execute function story.hold(${gates.logged}, 'projector', '');
create constraint trigger folding after insert on set_1.change deferrable initially deferred for each row
  execute function story.hold(${gates.folding}, 'projector', '');
create constraint trigger saying after update on idempotency deferrable initially deferred for each row
  when (new.command = 'shown' and new.status = 202) execute function story.hold(${gates.saying}, 'door', '');`);
}

/** Closes a gate; who is past it already goes on. */
export async function closeGate(client: Client, gate: GateName): Promise<void> {
  await client.query('select pg_advisory_lock($1::bigint)', [gates[gate]]);
}

export async function openGate(client: Client, gate: GateName): Promise<void> {
  await client.query('select pg_advisory_unlock($1::bigint)', [gates[gate]]);
}

/** Who has come to a closed gate: at the relay whoever raised an alert last that waits for it, elsewhere who is held. */
export async function heldAt(client: Client, gate: GateName): Promise<Member> {
  const sql =
    gate === 'relay'
      ? `select r.who from story.raised r join spool s on s.value like '%' || r.alert || '%'
          where r.at > clock_timestamp() - interval '1 minute' order by r.at desc limit 1`
      : `select a.usename as who from pg_locks l join pg_stat_activity a using (pid) where l.locktype = 'advisory' and not l.granted and l.objid = ${gates[gate]}`;
  return until(`somebody at ${gate}`, async () => {
    const { rows } = await client.query<{ who: string }>(sql);
    return memberNames.find((member) => member === rows[0]?.who);
  });
}

/** Waits until an alert has been raised after this instant of the database. */
export async function raisedAfter(client: Client, at: string): Promise<void> {
  await until('an alert that is decided', async () => {
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from story.raised where at > $1::timestamptz', [at]);
    return rows[0]?.n !== 0;
  });
}
