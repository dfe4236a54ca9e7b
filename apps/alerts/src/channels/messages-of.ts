import { EVERYBODY } from '@leadclock/domain/alerts/everybody.js';
import { isRep } from '@leadclock/domain/alerts/reaches.js';
import { latest } from '@leadclock/domain/configuration/in-force.js';
import { CALL_BACK } from '@leadclock/domain/lead/call-back.js';
import { lastAssignment } from '@leadclock/domain/lead/owners.js';
import { foldLead } from '@leadclock/domain/merges/fold-lead.js';
import type { Delivery } from '@leadclock/read-model/outside/delivery.table.js';
import { type AlertRow, alertsNamed } from '@leadclock/read-model/queries/alerts.query.js';
import { leadLines } from '@leadclock/read-model/queries/leads.query.js';
import { eventsOfLeads } from '@leadclock/read-model/queries/merged-leads.query.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import type { AlertMessage } from './alert-message.js';
import { linkTo } from './link-to.js';
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
  // only who can take a lead where he reads of it has to know by which assignment
  const asked = deliveries.filter(({ way, what }) => way.kind === 'push' && what === 'raised').map(({ alert }) => alerts.get(alert)?.lead);
  const claims = await claimsOf(dataSource, [...new Set(asked.filter((lead) => lead !== undefined))]);
  const site = latest((await configurationNow(dataSource.manager)).site);
  return {
    of: ({ alert, what, madeAt, way }) => {
      const row = alerts.get(alert);
      if (what === 'test') return testMessage(alert, madeAt, publicUrl);
      if (row === undefined) return null;
      const claim = what === 'raised' && isRep(way.listener) ? claims.get(row.lead) : undefined;
      const holder = holderOf(row);
      const isYours = what === 'raised' && holder === way.listener;
      const said = messageOf(row, what, linkTo(publicUrl, way.listener, row.lead));
      return { ...said, ...(isYours && { isYours }), ...(holder !== null && { isTaken: true }), ...(claim !== undefined && { claim }) };
    },
    place: { zone: site?.zone ?? 'UTC', locale: site?.locale ?? null },
  };
}

/** Of those leads that are nobody's and wait, what a claim of them names. */
async function claimsOf(
  dataSource: DataSource,
  leads: readonly string[],
): Promise<ReadonlyMap<string, NonNullable<AlertMessage['claim']>>> {
  if (leads.length === 0) return new Map();
  return inSnapshot(dataSource, async (snapshot) => {
    const lines = await leadLines(snapshot, leads);
    const free = lines.filter(({ owner, answeredAt, closedAt }) => owner === null && answeredAt === null && closedAt === null);
    const events = await eventsOfLeads(
      snapshot,
      free.map(({ lead }) => lead),
    );
    return new Map([...events].map(([lead, ofLead]) => [lead, { assignment: lastAssignment(foldLead(lead, ofLead)) }]));
  });
}

/** Whose the lead is: what the step did with it a moment ago may not have been read yet. Null: nobody's. */
function holderOf({ moved, owner, heldThen }: AlertRow): string | null {
  return moved || heldThen === null ? owner : heldThen === '' ? null : heldThen;
}

function raisedAs({ step, dueAt, targetAt, isAnswered }: AlertRow): AlertMessage['says'] {
  if (step === CALL_BACK) return 'call_back';
  if (isAnswered) return 'contact';
  return targetAt !== null && dueAt < targetAt ? 'ahead' : 'late';
}

function messageOf(row: AlertRow, what: Exclude<Delivery['what'], 'test'>, link: string): AlertMessage {
  const { id, lead, step, dueAt, raisedAt, targetAt, rep } = row;
  return { says: what === 'raised' ? raisedAs(row) : what, alert: id, lead, step, dueAt, raisedAt, targetAt, to: rep ?? EVERYBODY, link };
}

const testMessage = (alert: string, at: number, link: string): AlertMessage => {
  return { says: 'test', alert, lead: '', step: '', dueAt: at, raisedAt: at, targetAt: null, to: '', link };
};
