import { buildConfiguration } from '@leadclock/domain/configuration/build-configuration.js';
import { configurationTypes } from '@leadclock/domain/events/catalogue.js';
import { encodeEvent } from '@leadclock/domain/events/encode-event.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { contentDigest } from '@leadclock/domain/events/identity.js';
import type { Fact } from '@leadclock/domain/facts/fact.js';
import { factsOf } from '@leadclock/domain/facts/facts-of.js';
import { summaryOf } from '@leadclock/domain/lead/summary.js';
import { foldLead } from '@leadclock/domain/merges/fold-lead.js';
import { edgesOf } from '@leadclock/domain/merges/merge-edges.js';
import { resolveMerges } from '@leadclock/domain/merges/resolve-merges.js';
import { knownFrom } from '@leadclock/domain/testing/known-facts.js';
import type { Story } from '@leadclock/domain/testing/story.js';
import { createDataSource } from '@leadclock/read-model/data-source.js';
import { openInstallation } from '@leadclock/read-model/installation.js';
import { migrate } from '@leadclock/read-model/migrate.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import { insertChanges } from '@leadclock/read-model/write/change.table.js';
import { putConfigEvents } from '@leadclock/read-model/write/config-event.table.js';
import { clientOf } from '@leadclock/read-model/write/prepared.js';
import { insertDerivedRows, insertOtherRows, SetRows } from '@leadclock/read-model/write/set-rows.js';
import type { TimelineRow } from '@leadclock/read-model/write/timeline.table.js';
import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import type { DataSource, EntityManager } from 'typeorm';

/** A read model whose rows are planted as the projector would leave them, partition 0 alone, and whose feed says so. */
export class Planted {
  private readonly events = new Map<string, LeadclockEvent[]>();
  private configured: LeadclockEvent[] = [];

  private constructor(
    readonly dataSource: DataSource,
    readonly url: string,
  ) {}

  static async open(): Promise<Planted> {
    const url = await freshDatabase();
    const dataSource = await createDataSource(url).initialize();
    await migrate(dataSource);
    await openInstallation(dataSource, { partitions: 2 });
    return new Planted(dataSource, url);
  }

  /** Every fact there is, by the domain alone. */
  get facts(): readonly Fact[] {
    return knownFrom([...this.configured, ...[...this.events.values()].flat()]).facts;
  }

  get configuration() {
    return buildConfiguration(this.configured);
  }

  /** Adds what the stories tell, as one transaction with one change; what was planted before stays. */
  async plant(...stories: readonly Story[]): Promise<void> {
    const all = stories.flatMap(({ events }) => events);
    const fresh = all.filter(({ type }) => !configurationTypes.has(type));
    const configuring = all.filter(({ type }) => configurationTypes.has(type));
    this.configured = [...this.configured, ...configuring];
    for (const event of fresh) this.events.set(event.subject, [...(this.events.get(event.subject) ?? []), event]);
    const subjects = configuring.length > 0 ? [...this.events.keys()] : [...new Set(fresh.map(({ subject }) => subject))];
    await this.change(subjects, async (em, set) => {
      await putConfigEvents(em, set, configuring.map(timelineRow));
      if (configuring.length > 0) await em.query(`update ${set}.checkpoint set config_offset = config_offset + 1`);
      await this.derive(em, set, subjects, fresh);
    });
  }

  /** One transaction that touches these subjects, and its change in the feed. */
  async change(subjects: readonly string[], write: (em: EntityManager, set: string) => Promise<void> = async () => {}): Promise<void> {
    const { name, epoch } = await inSnapshot(this.dataSource, async ({ set }) => set);
    await this.dataSource.transaction(async (em) => {
      await write(em, name);
      const [moved]: [{ changeNo: number }[]] = await em.query(
        `update ${name}.checkpoint set change_no = change_no + 1 where partition = 0 returning change_no as "changeNo"`,
      );
      await insertChanges(await clientOf(em), name, epoch, [{ partition: 0, changeNo: moved[0]?.changeNo ?? 0, subjects }]);
    });
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }

  private async derive(em: EntityManager, set: string, subjects: readonly string[], fresh: readonly LeadclockEvent[]): Promise<void> {
    const configuration = this.configuration;
    const edges = [...this.events.values()].flatMap((events) => edgesOf(events));
    const merges = resolveMerges(edges);
    const tied = [...new Set(subjects.flatMap((subject) => merges.componentOf(subject)))];
    for (const table of ['fact', 'lead', 'other_subject'])
      await em.query(`delete from ${set}.${table} where subject = any($1::text[])`, [tied]);
    await em.query(`delete from ${set}.merge`);
    const rows = new SetRows();
    for (const event of fresh) rows.timeline.push(timelineRow(event));
    for (const edge of edges) rows.merges.push({ ...edge, partition: 0, intoPartition: edge.into === null ? null : 0 });
    for (const subject of tied) {
      const root = merges.rootOf(subject);
      if (root !== subject) {
        rows.others.push({ subject, partition: 0, incomplete: null, mergedInto: root });
        continue;
      }
      const told = merges.membersOf(subject).flatMap((member) => this.events.get(member) ?? []);
      if (told.length === 0) continue;
      const state = foldLead(subject, told);
      const summary = summaryOf(state, configuration);
      for (const fact of factsOf(state, configuration)) rows.facts.push(fact);
      if (summary === null) rows.others.push({ subject, partition: 0, incomplete: null, mergedInto: null });
      else rows.leads.push({ summary, partition: 0, incomplete: null });
    }
    await insertDerivedRows(em, set, rows);
    await insertOtherRows(em, set, rows);
  }
}

const timelineRow = (event: LeadclockEvent): TimelineRow => ({
  subject: event.subject,
  source: event.source,
  id: event.id,
  digest: contentDigest(event),
  type: event.type,
  time: event.time,
  recordedTime: event.recordedTime,
  body: encodeEvent(event),
});
