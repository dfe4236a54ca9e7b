import { type Amount, amountToUnits } from '../events/amount.js';
import type { Handlers, Moment } from './fold.js';
import { type Deal, type NamedAmount, nothing, type SubjectState } from './lead-state.js';
import { named } from './naming.js';

/** The life of deals. Any event makes its deal known; what changes no number (a stage of a closed deal) changes nothing here. */
export const dealHandlers: Handlers = {
  'deal.opened': (state, { data }, moment) =>
    withDeal(state, data.deal, moment, (known) => {
      const deal = { ...opened(name(known, data, moment.at), moment.at), pipelines: named(known.pipelines, moment.at, data.pipeline) };
      return isClosed(deal) ? deal : enter(deal, data.stage, moment);
    }),
  'deal.stage_changed': (state, { data }, moment) =>
    withDeal(state, data.deal, moment, (known) => {
      if (isClosed(known)) return known;
      const deal = { ...opened(name(known, data, moment.at), moment.at), pipelines: named(known.pipelines, moment.at, data.pipeline) };
      return enter(deal, data.stage, moment);
    }),
  'deal.revised': (state, { data }, moment) => withDeal(state, data.deal, moment, (known) => name(known, data, moment.at)),
  'deal.won': (state, { data }, moment) =>
    withDeal(state, data.deal, moment, (known) => end(name(known, data, moment.at), 'won', null, moment)),
  'deal.lost': (state, { data }, moment) =>
    withDeal(state, data.deal, moment, (known) => end(name(known, data, moment.at), 'lost', data.reason ?? null, moment)),
  'deal.reopened': (state, { data }, moment) =>
    withDeal(state, data.deal, moment, (known) => {
      const deal = opened(known, moment.at);
      if (!isClosed(deal)) return enter(deal, data.stage, moment);
      const { at, order } = moment;
      return visit({ ...deal, outcomes: [...deal.outcomes, { at, order, outcome: 'open', reason: null }] }, data.stage, moment);
    }),
};

/** What an event may name of a deal. */
interface DealNames {
  readonly amount?: Amount | undefined;
  readonly rep?: string | undefined;
  readonly product?: string | undefined;
  readonly expected_close?: string | undefined;
}

function withDeal(state: SubjectState, id: string, moment: Moment, change: (deal: Deal) => Deal): SubjectState {
  const index = state.deals.findLastIndex((deal) => deal.id === id);
  const known = state.deals[index];
  if (known === undefined) return { ...state, deals: [...state.deals, change(newDeal(id, moment))] };
  const changed = change(known);
  return changed === known ? state : { ...state, deals: state.deals.with(index, changed) };
}

const newDeal = (id: string, { at, order }: Moment): Deal => ({
  id,
  at,
  order,
  openedAt: null,
  pipelines: nothing,
  stages: nothing,
  amounts: nothing,
  reps: nothing,
  products: nothing,
  outcomes: nothing,
  endedAgain: null,
  expectedClose: null,
});

function name(deal: Deal, data: DealNames, at: number): Deal {
  return {
    ...deal,
    amounts: nameAmount(deal.amounts, at, data.amount),
    reps: named(deal.reps, at, data.rep),
    products: named(deal.products, at, data.product),
    expectedClose: data.expected_close ?? deal.expectedClose,
  };
}

function nameAmount(history: readonly NamedAmount[], at: number, given: Amount | undefined): readonly NamedAmount[] {
  if (given === undefined) return history;
  const amount = amountToUnits(given);
  const last = history.at(-1);
  return last?.amount === amount && last.currency === given.currency ? history : [...history, { amount, currency: given.currency, at }];
}

const isClosed = (deal: Deal): boolean => (deal.outcomes.at(-1)?.outcome ?? 'open') !== 'open';

const opened = (deal: Deal, at: number): Deal => (deal.openedAt === null ? { ...deal, openedAt: at } : deal);

/** The same outcome again keeps the first instant. */
function end(deal: Deal, outcome: 'won' | 'lost', reason: string | null, { at, order }: Moment): Deal {
  return deal.outcomes.at(-1)?.outcome === outcome
    ? { ...deal, endedAgain: outcome }
    : { ...deal, outcomes: [...deal.outcomes, { at, order, outcome, reason }] };
}

/** Naming the stage again in which the deal stands is no entry. */
function enter(deal: Deal, stage: string, moment: Moment): Deal {
  const last = deal.stages.at(-1);
  return last?.stage === stage && last.pipeline === pipelineOf(deal) ? deal : visit(deal, stage, moment);
}

function visit(deal: Deal, stage: string, { at, order }: Moment): Deal {
  return { ...deal, stages: [...deal.stages, { at, order, pipeline: pipelineOf(deal), stage }] };
}

const pipelineOf = (deal: Deal): string => deal.pipelines.at(-1)?.value ?? 'default';
