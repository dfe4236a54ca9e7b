import { EVERYBODY } from '@leadclock/domain/alerts/everybody.js';
import { latest } from '@leadclock/domain/configuration/in-force.js';
import { CALL_BACK } from '@leadclock/domain/lead/call-back.js';
import type { Delivery } from '@leadclock/read-model/outside/delivery.table.js';
import { type AlertRow, alertsNamed } from '@leadclock/read-model/queries/alerts.query.js';
import type { DataSource } from 'typeorm';
import type { AlertMessage } from './alert-message.js';
import type { Place } from './message-words.js';
import { configurationNow } from './spread-tellings.js';

export interface Messages {
  /** null: there is no such alert any more */
  readonly of: (delivery: Delivery) => AlertMessage | null;
  readonly place: Place;
}

/** What these deliveries say, as it stands now. `publicUrl`: where our pages are. */
export async function messagesOf(dataSource: DataSource, deliveries: readonly Delivery[], publicUrl: string): Promise<Messages> {
  const rows = await alertsNamed(
    dataSource.manager,
    deliveries.map(({ alert }) => alert),
  );
  const alerts = new Map(rows.map((row) => [row.id, row]));
  const site = latest((await configurationNow(dataSource.manager)).site);
  return {
    of: ({ alert, what, madeAt }) => {
      const row = alerts.get(alert);
      if (what === 'test') return testMessage(alert, madeAt, publicUrl);
      return row === undefined ? null : messageOf(row, what, publicUrl);
    },
    place: { zone: site?.zone ?? 'UTC', locale: site?.locale ?? null },
  };
}

function messageOf(row: AlertRow, what: Exclude<Delivery['what'], 'test'>, publicUrl: string): AlertMessage {
  const { id, lead, step, dueAt, raisedAt, targetAt, rep } = row;
  const raised = step === CALL_BACK ? 'call_back' : targetAt !== null && dueAt < targetAt ? 'ahead' : 'late';
  const link = new URL(`/team?lead=${encodeURIComponent(lead)}`, publicUrl).href;
  return { says: what === 'raised' ? raised : what, alert: id, lead, step, dueAt, raisedAt, targetAt, to: rep ?? EVERYBODY, link };
}

const testMessage = (alert: string, at: number, link: string): AlertMessage => {
  return { says: 'test', alert, lead: '', step: '', dueAt: at, raisedAt: at, targetAt: null, to: '', link };
};
