import { until } from '@leadclock/runtime/testing/until.js';
import type { Client } from 'pg';
import { type Member, memberNames } from './killed-servers.js';

/** Moments between a deadline and its alert on a page at which a process can be held; `relay` is the lock that relays take. */
export const gates = { claim: 1, commit: 2, relay: 7_301_977, unsent: 3, logged: 4, folding: 5 } as const;
export type GateName = keyof typeof gates;

/** Whoever comes to a moment waits there while the gate is closed; `story.raised` says who raised an alert, and when that was committed. */
export async function installGates(client: Client): Promise<void> {
  await client.query(`
create schema story;
create table story.raised (alert text, who text, at timestamptz);
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
create trigger unsent before delete on spool for each statement execute function story.hold(${gates.unsent}, 'one,two,screens', '');
create trigger logged before insert on set_1.timeline for each statement execute function story.hold(${gates.logged}, 'projector', '');
create constraint trigger folding after insert on set_1.change deferrable initially deferred for each row
  execute function story.hold(${gates.folding}, 'projector', '');`);
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
      ? `select r.who from story.raised r join spool s on s.value like '%' || r.alert || '%' order by r.at desc limit 1`
      : `select a.usename as who from pg_locks l join pg_stat_activity a using (pid) where l.locktype = 'advisory' and not l.granted and l.objid = ${gates[gate]}`;
  return until(`somebody at ${gate}`, async () => {
    const { rows } = await client.query<{ who: string }>(sql);
    return memberNames.find((member) => member === rows[0]?.who);
  });
}
