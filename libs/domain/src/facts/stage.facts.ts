import type { Configuration } from '../configuration/configuration.js';
import { changesBetween, versionsOf } from '../configuration/in-force.js';
import { addInstants } from '../lead/changes.js';
import { outcomeAt } from '../lead/closings.js';
import { dealPipelineAt, isPastOpportunity } from '../lead/deal-stages.js';
import type { Deal, SubjectState } from '../lead/lead-state.js';
import type { LeadView } from '../lead/lead-view.js';
import { heldAt } from '../lead/naming.js';
import { type FirstEntry, firstEntries, type SkippedStage, skippedStages } from '../lead/stage-entries.js';
import { creditChanges, dealCreditAt, sameCredit } from './deal-credit.js';
import type { BlankRow, FactRows } from './fact-rows.js';
import type { FactMaker } from './facts-of.js';
import { entryWords } from './stage-entry.js';

/**
 * Deals in stages, rows of four sorts.
 * - The first entry of a stage (`part`: see `isEntry`), `at` it, for ever, credited then: `since` when a later stage was entered or the deal
 *   won, `due` when the very next one was (after the last: won), null while not. `outcome` says where the deal stands (`EntryWord`); while that
 *   is here, `value` is its amount.
 * - `skipped`: a later stage was entered without this one, `at` that instant.
 * - `open`: the deal stands open in the stage (null: none) where no entry says so, with rep and team of the moment.
 * - `won`, `lost`: it stands closed and is by now somebody else's than at the close (while it is not, the close itself says so).
 */
export const stageFacts: FactMaker = (rows, state, configuration, view) => {
  for (const deal of state.deals) {
    const entries = firstEntries(deal, configuration);
    const about: About = { state, configuration, deal, changes: changesOf(view, configuration, deal) };
    const opportunity = entries.find(({ pipeline, stage, at }) => isPastOpportunity(configuration, pipeline, stage, at)) ?? null;
    for (const entry of entries) addEntry(rows, about, entry, opportunity);
    for (const skipped of skippedStages(entries, configuration)) addSkipped(rows, about, skipped);
    addStanding(rows, about, entries);
  }
};

interface About {
  readonly state: SubjectState;
  readonly configuration: Configuration;
  readonly deal: Deal;
  /** the instants at which the deal may come to stand otherwise */
  readonly changes: readonly number[];
}

function changesOf(view: LeadView, configuration: Configuration, deal: Deal): readonly number[] {
  const changes = creditChanges(view, configuration, deal);
  for (const history of [deal.stages, deal.outcomes, deal.pipelines, deal.products, deal.amounts]) addInstants(changes, deal.at, history);
  const pipelines = new Set(['default', ...deal.pipelines.map(({ value }) => value)]);
  for (const pipeline of pipelines)
    for (const at of changesBetween(versionsOf(configuration.pipelines, pipeline), deal.at, Number.POSITIVE_INFINITY)) changes.push(at);
  return changes;
}

function addEntry(rows: FactRows, about: About, entry: FirstEntry, opportunity: FirstEntry | null): void {
  const { state, configuration, deal, changes } = about;
  const { at, pipeline, stage, laterAt, nextAt } = entry;
  const credit = dealCreditAt(state, configuration, deal, at);
  rows.add({ from: at, until: null }, changes, (row, now) => {
    row.part = entry.part;
    row.item = deal.id;
    row.at = at;
    row.since = laterAt !== null && laterAt <= now ? laterAt : null;
    row.due = nextAt !== null && nextAt <= now ? nextAt : null;
    row.rep = credit.rep;
    row.team = credit.team;
    row.pipeline = pipeline;
    row.stage = stage;
    row.product = heldAt(deal.products, now)?.value ?? row.product;
    const isHere = standsIn(deal, entry, now);
    const isSame = isHere && sameCredit(credit, dealCreditAt(state, configuration, deal, now));
    row.outcome = entryWords(
      isHere ? (isSame ? 'standing' : 'handed_on') : null,
      isHere && isPastOpportunity(configuration, pipeline, stage, now) ? 'opportunity' : null,
      entry === opportunity ? 'first' : null,
      entry === opportunity && outcomeAt(deal, now) === 'won' ? 'won' : null,
    );
    if (isSame) writeAmount(row, deal, now);
  });
}

function addSkipped(rows: FactRows, { state, configuration, deal }: About, { at, pipeline, stage }: SkippedStage): void {
  const { rep, team } = dealCreditAt(state, configuration, deal, at);
  const changes: number[] = [];
  addInstants(changes, at, deal.products);
  rows.add({ from: at, until: null }, changes, (row, now) => {
    row.part = 'skipped';
    row.item = deal.id;
    row.at = at;
    row.since = at;
    row.rep = rep;
    row.team = team;
    row.pipeline = pipeline;
    row.stage = stage;
    row.product = heldAt(deal.products, now)?.value ?? row.product;
  });
}

/** From when the deal is known: where it stands, cut wherever that, or who stands for it, changes, and left out where another row says so. */
function addStanding(rows: FactRows, about: About, entries: readonly FirstEntry[]): void {
  const { state, configuration, deal, changes } = about;
  const write = (row: BlankRow, now: number): void => {
    const credit = dealCreditAt(state, configuration, deal, now);
    row.part = outcomeAt(deal, now);
    row.item = deal.id;
    row.rep = credit.rep;
    row.team = credit.team;
    row.pipeline = dealPipelineAt(deal, now);
    row.product = heldAt(deal.products, now)?.value ?? row.product;
    if (row.part !== 'open') return;
    row.stage = heldAt(deal.stages, now)?.stage ?? null;
    row.outcome = row.stage !== null && isPastOpportunity(configuration, row.pipeline, row.stage, now) ? 'opportunity' : null;
    writeAmount(row, deal, now);
  };
  const isTold = (now: number): boolean => {
    const toldAt =
      outcomeAt(deal, now) === 'open' ? entries.find((entry) => standsIn(deal, entry, now))?.at : heldAt(deal.outcomes, now)?.at;
    if (toldAt === undefined) return false;
    return sameCredit(dealCreditAt(state, configuration, deal, now), dealCreditAt(state, configuration, deal, toldAt));
  };
  rows.add({ from: deal.at, until: null }, changes, write, isTold);
}

/** Whether a deal stands open in the stage that it entered. */
function standsIn(deal: Deal, { pipeline, stage }: FirstEntry, now: number): boolean {
  const last = heldAt(deal.stages, now);
  return last !== null && last.stage === stage && last.pipeline === pipeline && outcomeAt(deal, now) === 'open';
}

function writeAmount(row: BlankRow, deal: Deal, now: number): void {
  const amount = heldAt(deal.amounts, now);
  row.value = amount?.amount ?? null;
  row.currency = amount?.currency ?? null;
}
