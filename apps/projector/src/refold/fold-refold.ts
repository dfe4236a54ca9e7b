import { foldLead } from '@leadclock/domain/merges/fold-lead.js';
import { partitionOf } from '@leadclock/event-log/partition.js';
import { SetRows } from '@leadclock/read-model/write/set-rows.js';
import type { FoldSettings } from '../folding/fold-batch.js';
import { FoldedBatch } from '../folding/folded-batch.js';
import { deriveRows, mergedAway, settle, takeAway } from '../folding/settle-subject.js';
import { eventsOf, mergeVersions } from '../folding/versions.js';
import type { RefoldWork } from './load-refold.js';

/**
 * Makes the rows of leads anew from what the work holds: of a root those of all that belong to it, of a lead that was merged away only where it
 * went. Whoever else the merges concern is asked for: the root, the root of before, and each lead whose root is another than its row says.
 */
export function foldRefold(settings: FoldSettings, work: RefoldWork, transaction: number): FoldedBatch {
  const batch = new FoldedBatch(transaction, new SetRows(), 0);
  batch.rows.refolded.push(...work.ids);
  for (const [lead, partition] of work.leads) {
    foldOne(settings, work, batch, lead, partition);
    askOthers(settings, work, batch, lead);
    const isAlone = !work.edges.some(({ child, into }) => child === lead || into === lead);
    if (isAlone) settings.cache.unlink(lead, partition);
    else settings.cache.link(lead, partition);
    // also where no row differs: who waits for the requests to be done is told so
    batch.change(lead, partition);
  }
  batch.refolds = work.leads.size;
  return batch;
}

function foldOne({ configuration, logger }: FoldSettings, work: RefoldWork, batch: FoldedBatch, lead: string, partition: number): void {
  const { merges, parked, timelines } = work;
  const { rows } = batch;
  const before = work.rowsOf(lead);
  const root = merges.rootOf(lead);
  const members = merges.membersOf(lead);
  if (root !== lead) {
    settle(rows, lead, partition, before, mergedAway(root), parked.has(lead) ? 'parked' : null);
    return;
  }
  const stored = members.flatMap((member) => timelines.get(member) ?? []);
  if (stored.length === 0) {
    takeAway(rows, lead, before);
    return;
  }
  try {
    const events = members.flatMap((member) => eventsOf(mergeVersions(timelines.get(member) ?? [], []).versions));
    const state = foldLead(lead, events);
    // they are one person
    if (state.erasedAt !== null) rows.erased.push(...members);
    const after = deriveRows(state, configuration);
    settle(rows, lead, partition, before, after, members.some((member) => parked.has(member)) ? 'parked' : null);
  } catch (error) {
    logger.error(
      { err: error, subject: lead, partition },
      'the fold of this merged lead failed; its rows stay as they were and its events are kept: report it with the lines of `leadclock export`',
    );
    if (before.row === null) rows.others.push({ subject: lead, partition, incomplete: 'fold', mergedInto: null });
    else rows.incomplete.push({ subject: lead, why: 'fold' });
  }
}

function askOthers({ partitions }: FoldSettings, work: RefoldWork, batch: FoldedBatch, lead: string): void {
  const { merges, known, leads } = work;
  const ask = (other: string): void => {
    if (!leads.has(other)) batch.refold(other, partitionOf(other, partitions));
  };
  ask(merges.rootOf(lead));
  const before = known.get(lead)?.mergedInto ?? null;
  if (before !== null && before !== merges.rootOf(lead)) ask(before);
  for (const other of merges.componentOf(lead)) {
    const row = known.get(other);
    if (row !== undefined && (row.mergedInto ?? other) !== merges.rootOf(other)) ask(other);
  }
}
