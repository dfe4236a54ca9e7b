import { until } from '@leadclock/runtime/testing/until.js';
import type { Client } from 'pg';
import type { KafkaBroker } from '../../../../../tools/kafka/start-kafka.js';
import { FloorReps } from './floor-reps.js';
import { closeGate, type GateName, heldAt, installGates, openGate, raisedAfter } from './gates.js';
import { alertsOf, type Judged, judge, missingOf, type Outage, untoldOf } from './judged-floor.js';
import { type JudgedReps, judgeReps } from './judged-reps.js';
import { KilledServers, type Member } from './killed-servers.js';
import { RunningFloor } from './running-floor.js';

/** Between due and shown: `unread`, decided and not known to who serves the screens; `unshown`, on a page that has not said so. */
type Point = GateName | 'unread' | 'unshown';
/** `sender`: whoever is held, an alert process or the door. */
export type Victim = 'alerts' | 'both' | 'sender' | 'projector' | 'database' | 'broker' | 'door' | 'screens' | 'pages';
/** The points at which something is held at once, in this order, and who is killed then. */
export type Kill = readonly [points: readonly Point[], victim: Victim];

/** What a floor is looked at for after a kill: older alerts were told before. */
const RECENT_MS = 60_000;

/** What was due so short before is under way when it is held. */
const UNDER_WAY_MS = 250;

/** A floor whose parts are killed, one after the other. */
export class KilledFloor {
  private readonly outages: Outage[] = [];
  /** an alert process on its way: the other one goes on, and so does the story */
  private coming: Promise<void> = Promise.resolve();

  private constructor(
    private readonly servers: KilledServers,
    private readonly floor: RunningFloor,
    private readonly reps: FloorReps,
    private client: Client,
  ) {}

  /** `quietUntil`: epoch milliseconds; what is quiet until then is told while others are killed, or after. */
  static async open(folder: string, broker: KafkaBroker | null, quietUntil: (now: number) => number): Promise<KilledFloor> {
    const servers = await KilledServers.open(folder, broker);
    const client = await servers.connect();
    await installGates(client);
    const now = Date.now();
    const floor = new RunningFloor(servers.urlOf('door'), servers.key, now, quietUntil(now));
    const reps = new FloorReps(floor, servers.urlOf('screens'), servers.urlOf('door'), servers.key);
    const killed = new KilledFloor(servers, floor, reps, client);
    await until('the first alerts', async () => (await alertsOf(client)).length > 3);
    await reps.hearing();
    return killed;
  }

  async stop(): Promise<void> {
    this.floor.stop();
    this.reps.kill();
    await this.coming.catch(() => undefined);
    await this.client.end();
    await this.servers.stop();
  }

  /** Holds whoever comes to the points, kills the victim there, and waits until it is back and all that fell due meanwhile is told. */
  async kill([points, victim]: Kill): Promise<void> {
    const from = Date.now();
    const held = new Map<Point, Member | null>();
    for (const point of points) held.set(point, await this.hold(point));
    const killed = membersOf(victim, [...held.values()]);
    if (alertProcesses.has(victim)) await this.coming;
    await this.strike(victim, killed);
    // its backend finds its client gone and goes back, or had its statement already and commits it
    for (const point of points) await this.release(point, victim);
    const released = Date.now();
    await this.bringBack(victim, killed);
    const back = Date.now();
    await this.reps.hearing();
    const shownTo = Date.now();
    await until('all that fell due', async () => {
      const since = from - RECENT_MS;
      return isNone(missingOf(this.floor, await alertsOf(this.client, since), since, back));
    });
    // of claimed leads nobody knows beforehand whether they are told of: what stands when the next is killed would count as late for this one
    await until('all that stands to be told', async () => isNone(await untoldOf(this.client, this.floor, from - RECENT_MS, back)));
    // else the next point at which the relay is held would hold the projector, too
    await until('the door to write into the log', () => this.servers.writesLog);
    const kill = `${victim} at ${points.join(', ')}`;
    this.outages.push({ from: from - UNDER_WAY_MS, to: raisesOn.has(victim) ? released : back, shownTo, knownTo: Date.now(), kill });
  }

  /** What everybody does and last said, for whoever looks for the reason why a story did not go on. */
  async whatStands(): Promise<string> {
    const { rows } = await this.client.query<{ what: string }>(
      `select concat_ws(' ', usename, state, wait_event_type, wait_event, left(query, 120)) as what from pg_stat_activity where usename is not null
        union all select concat_ws(' ', count(*), 'spooled, the first at', min(spooled_at)) from spool
        union all select concat_ws(' ', 'last raised at', max(at), 'now', clock_timestamp()) from story.raised`,
    );
    return [...rows.map(({ what }) => what), ...this.servers.lastWords()].join('\n');
  }

  /** Lets the floor come to its end, and looks at what became of it. */
  async judged(): Promise<Judged & JudgedReps & { readonly kills: Readonly<Record<string, number>> }> {
    this.floor.end();
    await this.coming;
    await until('the floor to be told of', () => this.floor.isDone);
    await until('all that is due', async () => isNone(missingOf(this.floor, await alertsOf(this.client))), 90_000);
    await until('all to be on the pages', async () => {
      const open = (await alertsOf(this.client)).filter(({ id, ended }) => ended === null && !this.reps.seenAt.has(id));
      return open.length === 0 && this.reps.isDone;
    });
    await until('all of it to be folded', async () => isNone(await this.unfolded()));
    const judged = {
      ...(await judge(this.client, this.floor, this.outages)),
      ...(await judgeReps(this.client, this.floor, this.reps, this.outages)),
    };
    const kills: Record<string, number> = {};
    for (const { kill } of this.outages) kills[kill] = (kills[kill] ?? 0) + 1;
    return { ...judged, kills };
  }

  /** What is not in the log's way to the read model to its end: spooled, told, or answered with success. */
  private async unfolded(): Promise<readonly string[]> {
    const { rows } = await this.client.query<{ what: string }>(
      `select 'spooled ' || key as what from spool
        union all select 'told ' || a.lead || ' ' || a.step from alert a where not exists (
          select from set_1.timeline t where t.subject = a.lead and t.type = 'alert.raised' and t.body::text like '%' || a.id || '%')
        union all select i.command || ' ' || i.lead from idempotency i where i.status = 202 and not exists (
          select from set_1.timeline t where t.subject = i.lead and t.id = i.answer::json->'event'->>'id') limit 10`,
    );
    return rows.map(({ what }) => what);
  }

  private async hold(point: Point): Promise<Member | null> {
    if (point === 'unshown') {
      await this.reps.hold();
      return null;
    }
    if (point !== 'unread') {
      await closeGate(this.client, point);
      return heldAt(this.client, point);
    }
    // who serves the screens stands still before the alert is committed: its frame cannot have gone out
    await closeGate(this.client, 'commit');
    const raising = await heldAt(this.client, 'commit');
    this.servers.freeze('screens');
    const { rows } = await this.client.query<{ at: string }>('select clock_timestamp()::text as at');
    await openGate(this.client, 'commit');
    await raisedAfter(this.client, rows[0]?.at ?? '');
    return raising;
  }

  private async release(point: Point, victim: Victim): Promise<void> {
    if (point === 'unshown') {
      if (victim !== 'pages') this.reps.goOn();
    } else if (point === 'unread') {
      if (victim !== 'screens') this.servers.unfreeze('screens');
    } else if (victim !== 'database') await openGate(this.client, point);
  }

  private async strike(victim: Victim, members: readonly Member[]): Promise<void> {
    for (const member of members) await this.servers.kill(member);
    if (victim === 'pages') this.reps.kill();
    if (victim === 'database') await this.servers.killDatabase();
    if (victim === 'broker') await this.servers.broker?.kill9();
  }

  private async bringBack(victim: Victim, members: readonly Member[]): Promise<void> {
    if (victim === 'pages') this.reps.reopen();
    if (victim === 'database') {
      await this.servers.startDatabase();
      this.client = await this.servers.connect();
    }
    if (victim === 'broker') await this.servers.broker?.restart();
    const coming = Promise.all(members.map((member) => this.servers.start(member))).then(() => undefined);
    if (victim !== 'alerts') return coming;
    this.coming = coming;
    // it is looked at by who kills one next
    coming.catch(() => undefined);
  }
}

/** Whether nothing is left; else it says what. */
function isNone(left: readonly string[]): true {
  if (left.length > 0) throw new Error(`${left.length} left: ${left.slice(0, 5).join(', ')}`);
  return true;
}

const alertProcesses: ReadonlySet<Victim> = new Set(['alerts', 'both', 'sender', 'database']);

/** While these are away alerts are raised all the same. */
const raisesOn: ReadonlySet<Victim> = new Set(['alerts', 'sender', 'screens', 'pages']);

/** The processes that are killed; of two alert processes the one that is held at the last point. */
function membersOf(victim: Victim, held: readonly (Member | null)[]): readonly Member[] {
  switch (victim) {
    case 'alerts':
      return [held.findLast((member) => member === 'one' || member === 'two') ?? 'one'];
    case 'both':
      return ['one', 'two'];
    case 'sender':
      return held.filter((member) => member !== null);
    case 'projector':
    case 'door':
    case 'screens':
      return [victim];
    case 'database':
    case 'broker':
    case 'pages':
      return [];
  }
}
