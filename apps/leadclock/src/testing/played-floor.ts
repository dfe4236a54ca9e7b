import { AlertEngine } from '@leadclock/alerts/engine/alert-engine.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { writeInstant } from '@leadclock/domain/events/instant.js';
import { subject } from '@leadclock/domain/testing/story.js';
import { TestInstallation } from '@leadclock/projector/testing/installation.js';
import { snoozeAlert } from '@leadclock/read-model/outside/alert.table.js';
import type { DataSource } from 'typeorm';

/** An alert that has just been raised. Instants are epoch milliseconds. */
export interface JustRaised {
  readonly id: string;
  readonly lead: string;
  readonly step: string;
  readonly dueAt: number;
  readonly raisedAt: number;
}

/** That somebody puts an alert off, some time after it was raised. */
export interface PutOff {
  readonly afterMs: number;
  readonly forMs: number;
}

/** How a floor is played. */
export interface Play {
  /** how long the product takes to read what was recorded, ms */
  readonly lagMs?: number;
  /** [from, to) in which no alert process runs, epoch ms; what comes is read all the same */
  readonly away?: { readonly from: number; readonly to: number };
  /** what comes of an alert that was raised; null: nobody puts it off */
  readonly putsOff?: (alert: JustRaised) => PutOff | null;
}

interface Meant extends PutOff {
  readonly alert: JustRaised;
  readonly at: number;
}

/** Plays recorded events through the real projector and the real alert engine, on a clock that jumps from one thing to the next. */
export class PlayedFloor {
  /** epoch ms */
  now = 0;
  private elapsed = 0;
  private known = 0;
  private seen = 0;
  private puttingOff: Meant[] = [];
  private engine: AlertEngine;

  private constructor(private readonly installation: TestInstallation) {
    this.engine = this.startEngine();
  }

  private startEngine(): AlertEngine {
    const { dataSource, eventsLog } = this.installation;
    return new AlertEngine({ dataSource, log: eventsLog, now: () => this.now, elapsed: () => this.elapsed });
  }

  static async open(): Promise<PlayedFloor> {
    const installation = await TestInstallation.open();
    installation.start();
    return new PlayedFloor(installation);
  }

  get dataSource(): DataSource {
    return this.installation.dataSource;
  }

  close(): Promise<void> {
    return this.installation.close();
  }

  /** Takes in events by when they were recorded, and goes on until `end`. */
  async play(events: Iterable<LeadclockEvent>, end: number, play: Play = {}): Promise<void> {
    const { lagMs = 0, away } = play;
    for (const event of events) {
      await this.reach(event.recordedTime + lagMs, play);
      await this.installation.append(event);
      await this.caughtUp();
      if (!isIn(away, this.now)) await this.settle(play);
    }
    await this.reach(end, play);
  }

  private async reach(end: number, play: Play): Promise<void> {
    const { away } = play;
    if (away !== undefined && isIn(away, end)) {
      await this.until(away.from, play);
      this.now = end;
      return;
    }
    if (away !== undefined && this.now < away.to && end >= away.to) {
      await this.until(away.from, play);
      this.now = away.to;
      // another process
      this.engine = this.startEngine();
      await this.settle(play);
    }
    await this.until(end, play);
  }

  private async until(end: number, play: Play): Promise<void> {
    for (;;) {
      const [first] = this.puttingOff;
      const next = Math.min(this.engine.clocks.next, first?.at ?? Number.POSITIVE_INFINITY);
      if (next >= end) break;
      this.now = Math.max(this.now, next);
      if (first !== undefined && first.at <= this.now) {
        this.puttingOff.shift();
        await this.putOff(first);
      }
      await this.settle(play);
    }
    this.now = Math.max(this.now, end);
  }

  /** Lets the engine turn until nothing more comes of it, as it does within a second. */
  private async settle({ putsOff = () => null }: Play): Promise<void> {
    do {
      this.elapsed += 10_000;
      this.engine.call();
      await this.engine.keepUp();
      await this.engine.ring();
    } while (await this.sendSpool());
    for (const alert of await this.justRaised()) {
      const put = putsOff(alert);
      if (put !== null) this.puttingOff.push({ ...put, alert, at: this.now + put.afterMs });
    }
    this.puttingOff.sort((a, b) => a.at - b.at);
  }

  /** As the command does: the row at once, then the event. */
  private async putOff({ alert: { id, lead, step, dueAt, raisedAt }, forMs, at }: Meant): Promise<void> {
    const until = at + forMs;
    const snooze = { rep: 'ana', at, until, reason: 'in_a_call' };
    if (!(await this.dataSource.transaction((em) => snoozeAlert(em, id, snooze)))) return;
    const said = { alert: id, step, due_at: writeInstant(dueAt), raised_at: writeInstant(raisedAt), to: 'ana' };
    const time = writeInstant(at);
    const telling = { id: `${id}-off`, heard: time };
    const { events } = subject(lead).tell('alert.snoozed', time, { ...said, until: writeInstant(until), reason: 'in_a_call' }, telling);
    await this.installation.append(...events);
    await this.caughtUp();
  }

  private async justRaised(): Promise<readonly JustRaised[]> {
    const raised = await this.dataSource.query<(JustRaised & { change: string })[]>(
      `select id, lead, step, change_no as change, (extract(epoch from due_at) * 1000)::float8 as "dueAt",
              (extract(epoch from raised_at) * 1000)::float8 as "raisedAt"
         from alert where change_no > $1 and raised_at = to_timestamp($2::float8 / 1000) order by change_no, id`,
      [this.seen, this.now],
    );
    for (const { change } of raised) this.seen = Math.max(this.seen, Number(change));
    return raised;
  }

  /** Deadlines count as written at the time of the story. */
  private async caughtUp(): Promise<void> {
    await this.installation.caughtUp();
    const [row] = await this.dataSource.query<{ last: string | null }[]>(
      `with late as (update set_1.deadline set written_at = to_timestamp($1::float8 / 1000) where id > $2 returning id) select max(id) as last from late`,
      [this.now, this.known],
    );
    this.known = Math.max(this.known, Number(row?.last ?? 0));
  }

  /** As the relay does; answers whether there was something. */
  private async sendSpool(): Promise<boolean> {
    const records = await this.dataSource.query<{ id: string; key: string; value: string }[]>(
      'select id, key, value from spool order by id',
    );
    if (records.length === 0) return false;
    await this.installation.eventsLog.append(records);
    await this.dataSource.query('delete from spool where id = any($1)', [records.map(({ id }) => id)]);
    await this.caughtUp();
    return true;
  }
}

const isIn = (away: Play['away'], at: number): boolean => away !== undefined && at >= away.from && at < away.to;
