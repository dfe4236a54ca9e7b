import { addEdges, earliest } from '../lead/changes.js';
import { leadWonAt } from '../lead/closings.js';
import { ownerAt, ownerCredit, teamAt } from '../lead/credit.js';
import { furthestAt, leadStages, type Reached } from '../lead/lead-stages.js';
import { covers, spanAt } from '../lead/spans.js';
import { type Entered, skippedBy, standingAmong } from '../lead/stage-order.js';
import { sameCredit } from './deal-credit.js';
import type { BlankRow } from './fact-rows.js';
import type { FactMaker } from './facts-of.js';

/**
 * How far leads with an arrival have come, rows of three sorts.
 * - Each stage reached after the first (`part`: see `isEntry`; the arrival is a fact of its own), `at` that instant, credited then: `since`
 *   when a later stage was reached, or a deal won, `due` when the very next one was (after the last: a deal won), null while not. `outcome` `standing`: it is the furthest, and the lead
 *   still its owner's.
 * - `skipped`: a later stage was reached without this one, `at` that instant, credited to who reached it.
 * - `furthest`: the furthest stage as of each instant, a stock with rep and team of the moment, where no other row says so: while a lead has
 *   come no further than `created` and waits, its `wait` row does.
 */
export const funnelFacts: FactMaker = (rows, state, configuration, { handed, reached, waiting }) => {
  const { arrivedAt } = state;
  if (arrivedAt === null) return;
  const changes = [...handed];
  addEdges(changes, arrivedAt, reached);
  addEdges(changes, arrivedAt, waiting);
  const wonAt = leadWonAt(state);
  if (wonAt !== null) changes.push(wonAt);
  const creditOf = ({ rep: named, from }: Reached) => {
    const rep = named ?? ownerAt(state, from);
    return { rep, team: teamAt(state, configuration, rep, from) };
  };
  const isStanding = (entered: Reached, now: number): boolean =>
    reached.findLast((other) => covers(other, now)) === entered && sameCredit(creditOf(entered), ownerCredit(state, configuration, now));
  for (const entered of reached) {
    const { stage, at } = entered;
    const { rep, team } = creditOf(entered);
    const place = placeOf(entered);
    rows.add(entered, changes, (row, now) => {
      const { returned, laterAt, nextAt } = standingAmong({ place, at }, placedAt(reached, now));
      row.part = returned ? 'returned' : 'entered';
      row.stage = stage;
      row.at = at;
      const won = wonAt !== null && wonAt <= now ? wonAt : null;
      row.since = earliest(laterAt, won);
      row.due = place === leadStages.length - 1 ? won : nextAt;
      row.rep = rep;
      row.team = team;
      row.outcome = isStanding(entered, now) ? 'standing' : null;
    });
  }
  for (const [place, stage] of leadStages.entries()) {
    // a lead that arrived is in the first stage, and after the last comes none
    if (place === 0 || !mayBeSkipped(place, reached)) continue;
    const skippedAt = (now: number): Reached | null => skippedBy(place, placedAt(reached, now))?.entered ?? null;
    const write = (row: BlankRow, now: number): void => {
      const by = skippedAt(now);
      if (by === null) return;
      const { rep, team } = creditOf(by);
      row.part = 'skipped';
      row.stage = stage;
      row.at = by.at;
      row.since = by.at;
      row.rep = rep;
      row.team = team;
    };
    rows.add({ from: arrivedAt, until: null }, changes, write, (now) => skippedAt(now) === null);
  }
  const write = (row: BlankRow, now: number): void => {
    const { rep, team } = ownerCredit(state, configuration, now);
    row.part = 'furthest';
    row.stage = furthestAt(reached, now);
    row.rep = rep;
    row.team = team;
  };
  const isTold = (now: number): boolean => {
    const furthest = reached.findLast((entered) => covers(entered, now));
    return furthest === undefined ? spanAt(waiting, now) !== null : isStanding(furthest, now);
  };
  rows.add({ from: arrivedAt, until: null }, changes, write, isTold);
};

interface Placed extends Entered {
  readonly entered: Reached;
}

const placeOf = ({ stage }: Reached): number => leadStages.indexOf(stage);

/** Whether a later stage was reached, and this one not before it as of every instant. */
function mayBeSkipped(place: number, reached: readonly Reached[]): boolean {
  let [own, later] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let isForEver = false;
  for (const entered of reached) {
    if (placeOf(entered) > place) later = Math.min(later, entered.at);
    else if (placeOf(entered) === place) {
      isForEver = own === Number.POSITIVE_INFINITY && entered.until === null;
      own = Math.min(own, entered.at);
    }
  }
  return later < Number.POSITIVE_INFINITY && !(isForEver && own <= later);
}

/** The stages reached as of an instant. */
const placedAt = (reached: readonly Reached[], now: number): readonly Placed[] =>
  reached.filter((entered) => covers(entered, now)).map((entered) => ({ place: placeOf(entered), at: entered.at, entered }));
