import { randomUUID } from 'node:crypto';
import { nameText } from '@leadclock/domain/alerts/identity.js';
import { emptyConfiguration } from '@leadclock/domain/configuration/configuration.js';
import { decodeEvent } from '@leadclock/domain/events/decode-event.js';
import { encodeEvent } from '@leadclock/domain/events/encode-event.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { contentDigest } from '@leadclock/domain/events/identity.js';
import { deadlinesOf } from '@leadclock/domain/lead/deadlines.js';
import { foldSubject } from '@leadclock/domain/lead/fold-subject.js';
import { summaryOf } from '@leadclock/domain/lead/summary.js';
import { edgesOf } from '@leadclock/domain/merges/merge-edges.js';
import { resolveMerges } from '@leadclock/domain/merges/resolve-merges.js';
import type { Story } from '@leadclock/domain/testing/story.js';
import { openInstallation } from '@leadclock/read-model/installation.js';
import { currentSet } from '@leadclock/read-model/sets/current-set.js';
import { putConfigEvents } from '@leadclock/read-model/write/config-event.table.js';
import { insertDerivedRows, insertOtherRows, SetRows } from '@leadclock/read-model/write/set-rows.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { type Answered, contentOf, type OpenDoor, openDoor } from './open-door.js';

/** A door and the leads behind it, whose rows stand as the projector would leave them. */
export class Floor {
  private readonly events = new Map<string, readonly LeadclockEvent[]>();

  private constructor(readonly door: OpenDoor) {}

  static async open(): Promise<Floor> {
    const door = await openDoor();
    await openInstallation(door.dataSource, { partitions: 12 });
    return new Floor(door);
  }

  /** Adds what the story tells. */
  plant(story: Story): Promise<void> {
    return this.put(story.subject, [...(this.events.get(story.subject) ?? []), ...story.events]);
  }

  /** Sets what the stories tell; leads are judged by it when a command asks. */
  async configure(...stories: readonly Story[]): Promise<void> {
    const rows = stories
      .flatMap(({ events }) => events)
      .map((event) => ({ ...event, digest: contentDigest(event), body: encodeEvent(event) }));
    await this.door.dataSource.transaction(async (em) => putConfigEvents(em, (await currentSet(em)).name, rows));
  }

  /** Does the projector's work: brings the lead's rows up to what lies in the log. */
  async catchUp(lead: string): Promise<void> {
    const logged = (await this.logged(lead)).filter((event) => !this.events.get(lead)?.some(({ id }) => id === event.id));
    await this.put(lead, [...(this.events.get(lead) ?? []), ...logged]);
  }

  /** Events of the lead in the log, with those on their way; while the log is away those wait. */
  async logged(lead: string): Promise<LeadclockEvent[]> {
    const { dataSource, eventsLog } = this.door;
    const onTheirWay = () => dataSource.query<unknown[]>('select from spool where key = $1', [lead]);
    await until(`nothing of ${lead} to be on its way`, async () => eventsLog.away || (await onTheirWay()).length === 0);
    return (await contentOf(this.door.eventsLog)).flatMap(({ key, value }) => {
      const decoded = decodeEvent(value);
      return key === lead && decoded.ok ? [decoded.event] : [];
    });
  }

  /** Resolves once so many events of the lead lie in the log. */
  arrival(lead: string, count: number): Promise<LeadclockEvent[]> {
    return until(
      `${count} events of ${lead} in the log`,
      async () => {
        const events = await this.logged(lead);
        return events.length >= count ? events : null;
      },
      4_000,
    );
  }

  command(lead: string, command: string, body: unknown, headers?: Record<string, string>): Promise<Answered> {
    return this.post(`leads/${encodeURIComponent(lead)}/${command}`, body, headers);
  }

  /** Says what a rep is doing. */
  status(rep: string, body: unknown, headers?: Record<string, string>): Promise<Answered> {
    return this.post(`reps/${encodeURIComponent(rep)}/status`, body, headers);
  }

  private async post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answered> {
    const given = {
      authorization: `Bearer ${this.door.key}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...headers,
    };
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(`${this.door.url}/v1/${path}`, {
      method: 'POST',
      headers: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
      body: sent,
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
  }

  private async put(lead: string, events: readonly LeadclockEvent[]): Promise<void> {
    this.events.set(lead, events);
    const { state } = foldSubject(events);
    const summary = summaryOf(state, emptyConfiguration);
    if (summary === null) throw new Error(`${lead} is no lead`);
    const rows = new SetRows();
    const root = resolveMerges(edgesOf(events)).rootOf(lead);
    if (root === lead) {
      rows.leads.push({ summary, partition: 0, incomplete: null });
      for (const { step, dueAt, policy, clock } of deadlinesOf(state, emptyConfiguration))
        rows.deadlines.push({ lead, step, dueAt, policy: nameText(policy), clock: nameText(clock) });
    } else rows.others.push({ subject: lead, partition: 0, incomplete: null, mergedInto: root });
    for (const event of events)
      rows.timeline.push({
        subject: lead,
        source: event.source,
        id: event.id,
        digest: contentDigest(event),
        type: event.type,
        time: event.time,
        recordedTime: event.recordedTime,
        body: encodeEvent(event),
      });
    await this.door.dataSource.transaction(async (em) => {
      const { name } = await currentSet(em);
      for (const table of ['lead', 'timeline', 'other_subject']) await em.query(`delete from ${name}.${table} where subject = $1`, [lead]);
      await em.query(`delete from ${name}.deadline where lead = $1`, [lead]);
      await insertDerivedRows(em, name, rows);
      await insertOtherRows(em, name, rows);
    });
  }
}
