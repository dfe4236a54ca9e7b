import { type Wording, wordingOf } from '@leadclock/alerts/channels/message-words.js';
import { messagesOf } from '@leadclock/alerts/channels/messages-of.js';
import { AlertEngine } from '@leadclock/alerts/engine/alert-engine.js';
import type { DataOf } from '@leadclock/domain/events/catalogue.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { type Story, subject } from '@leadclock/domain/testing/story.js';
import { TestInstallation } from '@leadclock/projector/testing/installation.js';
import type { Delivery } from '@leadclock/read-model/outside/delivery.table.js';
import type { Way } from '@leadclock/read-model/outside/way.table.js';
import { openAlerts } from '@leadclock/read-model/queries/alerts.query.js';

type Policy = DataOf<'policy.set'>;
type Step = Policy['steps'][number];

/** A step that tells the owner five minutes after the arrival, but for what is said. */
export const step = (more: Partial<Step> = {}): Step => ({
  id: 'late',
  clock: 'lead',
  of: 'answer',
  at_s: 300,
  notify: ['owner'],
  ...more,
});

/** The policy of all leads, five minutes to an answer. */
export const policy = (steps: readonly Step[], more: Partial<Policy> = {}): Story =>
  subject('web').tell('policy.set', '08:00', { order: 1, match: {}, targets: { answer_s: 300 }, steps: [...steps], ...more });

/** A projector, and engines of alerts at any time of the day of the stories, whose alerts lie in the database. */
export class LadderFloor {
  private now = at('09:01');
  private elapsed = 0;

  private constructor(readonly installation: TestInstallation) {}

  static async open(): Promise<LadderFloor> {
    const installation = await TestInstallation.open();
    installation.start();
    return new LadderFloor(installation);
  }

  close(): Promise<void> {
    return this.installation.close();
  }

  engine(): AlertEngine {
    const { dataSource, eventsLog } = this.installation;
    return new AlertEngine({ dataSource, log: eventsLog, now: () => this.now, elapsed: () => this.elapsed });
  }

  async given(...stories: readonly Story[]): Promise<void> {
    await this.installation.append(...stories.flatMap(({ events }) => events));
    await this.installation.caughtUp();
    // deadlines count as written when their leads arrive: the stories are of a day that has passed
    await this.installation.dataSource.query(`update set_1.deadline set written_at = due_at - interval '5 minutes'`);
  }

  /** It is this time of day now. */
  pass(time: string): void {
    this.now = at(time);
  }

  /** What engines do at a time of day, all at once. */
  async turn(time: string, ...engines: readonly AlertEngine[]): Promise<void> {
    this.pass(time);
    this.elapsed += 10_000;
    for (const one of engines) one.call();
    await Promise.all(engines.map((one) => one.keepUp()));
    await Promise.all(engines.map((one) => one.ring()));
  }

  /** What a mail says of each open alert, in one line. */
  async mailed(): Promise<string[]> {
    return (await this.mailsTo('manager:north')).map((mail) => mail.subject);
  }

  /** The mails that somebody would have of the open alerts, if all told him. */
  async mailsTo(listener: string): Promise<readonly Wording[]> {
    const { dataSource } = this.installation;
    const open = await openAlerts(dataSource.manager);
    const way: Way = { id: 'desk', kind: 'email', listener, address: 'desk@example.com', language: 'en', secret: null };
    const deliveries = open.map(
      ({ id: alert }, id): Delivery => ({ id, alert, what: 'raised', madeAt: 0, tries: 1, way, isOver: false, wasTold: false }),
    );
    const messages = await messagesOf(dataSource, deliveries, 'http://leadclock.example');
    return deliveries.flatMap((delivery) => {
      const message = messages.of(delivery);
      return message === null ? [] : [wordingOf(message, way.language, messages.place)];
    });
  }

  /** The alerts, as 'due lead listeners' and how they ended. */
  async told(): Promise<string[]> {
    const rows = await this.installation.dataSource.query<{ lead: string; to: string; due: string; ended: string | null }[]>(
      `select lead, coalesce(rep, '*') as to, to_char(due_at at time zone 'UTC', 'HH24:MI:SS') as due, ended from alert order by due_at, lead`,
    );
    return rows.map(({ lead, to, due, ended }) => [due, lead, to, ...(ended === null ? [] : [ended])].join(' '));
  }
}
