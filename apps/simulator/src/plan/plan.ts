import { arrivalsOf, openingScene, prefixOf } from './arrivals.js';
import { booksOf, daysOf } from './books.js';
import { day, type Floor, hour, type Span, target } from './floor.js';
import { Heap } from './heap.js';
import { isBefore, type Planned } from './planned.js';
import { repsOf } from './reps.js';
import { setUp } from './set-up.js';
import { type Arrival, storyOf } from './story.js';

/** What is still to be told of a lead. */
interface Open {
  readonly story: readonly Planned[];
  at: number;
  next: Planned;
}

/**
 * All that a floor tells, in the order in which it reaches the door: a pure function of floor and span, made as it is asked for. It remembers
 * only the leads of which something is still to be told, and looks one hour ahead. With `until` it ends; what would be heard later is left out.
 */
export function* planOf(floor: Floor, span: Span): Generator<Planned, void> {
  yield* setUp(floor, span.from, prefixOf(floor));
  const reps = repsOf(floor.reps);
  const historicalBefore = span.liveFrom === null ? Number.NEGATIVE_INFINITY : span.liveFrom - target;
  const until = span.until ?? Number.POSITIVE_INFINITY;
  const open = new Heap<Open>((a, b) => isBefore(a.next, b.next));
  const begin = (arrival: Arrival) => {
    if (arrival.at < span.from || arrival.at >= until) return;
    const story = storyOf(floor, reps, arrival, historicalBefore);
    const [next] = story;
    if (next !== undefined) open.push({ story, at: 0, next });
  };
  for (const arrival of openingScene(floor, span)) begin(arrival);
  for (let from = Math.floor(span.from / hour) * hour; from < until; from += hour) {
    for (const arrival of arrivalsOf(floor, from)) begin(arrival);
    if (floor.leadsPerHour > 0) for (const story of booksOfHour(floor, span.from, from, until, historicalBefore)) open.push(story);
    yield* toldBefore(open, Math.min(from + hour, until));
  }
}

/** What the office writes down in an hour; in the first also what it wrote on the last first of a month, which holds for the whole of it. */
function* booksOfHour(floor: Floor, begin: number, from: number, until: number, historicalBefore: number): Generator<Open, void> {
  const isFirst = from <= begin;
  const days = [...daysOf(floor, isFirst ? monthBefore(begin) : from, Math.min(from + hour, until))];
  for (const midnight of days) {
    const told = booksOf(floor, midnight, prefixOf(floor), historicalBefore);
    // of days before the plan only what stands for a month is told, once the plan begins
    const story = told.flatMap((event) => (event.time >= begin ? [event] : isOfMonth(event) ? [{ ...event, deliverAt: begin }] : []));
    const [next] = story;
    if (next !== undefined) yield { story, at: 0, next };
  }
}

const isOfMonth = ({ type, data }: Planned): boolean => 'period' in data || (type === 'spend.recorded' && !('campaign' in data));

const monthBefore = (at: number): number => at - 31 * day;

/** Nothing is heard before it happens: what reaches the door before `end` is known once the leads that come before `end` are. */
function* toldBefore(open: Heap<Open>, end: number): Generator<Planned, void> {
  for (let first = open.first(); first !== undefined && first.next.deliverAt < end; first = open.first()) {
    yield first.next;
    open.pop();
    const next = first.story[first.at + 1];
    if (next !== undefined) open.push({ story: first.story, at: first.at + 1, next });
  }
}
