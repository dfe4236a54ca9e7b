import type { AddAlike, FactReader } from './columns-read.js';
import { beginsWithRow } from './kpi.js';
import type { OpenPart } from './parts.js';
import { type Places, stretchOf } from './places.js';
import type { RunningAnswer } from './running-answer.js';
import { belongs, belongsNow, counts } from './selection.js';
import type { FactView } from './tally.js';

/** How facts come into the same part of an answer in all buckets of a trend. */
export interface InBuckets {
  /** for a store, which hands over facts of the selection of any bucket */
  readonly reader: FactReader;
  /** any fact: it is looked where it counts */
  add(fact: FactView): void;
}

/** Puts facts where they count: looked up where windows or instants follow each other, else tried bucket by bucket. */
export function inBucketsOf(parts: readonly OpenPart[]): InBuckets {
  const [first] = parts;
  if (first === undefined) return { reader: { takes: () => false, add: () => {} }, add: () => {} };
  const places = placesOf(parts);
  const running = parts.map((part) => part.running);
  if (places === null) return triedInEach(parts, first);
  return places.by === 'at' ? placedByAt(first, places, running) : placedByTruth(first, places, running);
}

function placesOf(parts: readonly OpenPart[]): Places | null {
  const askings = parts.map(({ asking }) => asking);
  const [first] = askings;
  const follows = (end: number | undefined, index: number): boolean => index === 0 || end === askings[index]?.from;
  if (askings.every(({ asOf, to }, index) => to !== null && asOf === first?.asOf && follows(askings[index - 1]?.to ?? undefined, index)))
    return { by: 'at', ends: askings.map(({ to }) => to ?? 0) };
  const ends = askings.map(({ asOf }) => asOf);
  const isRising = ends.every((end, index) => end > (ends[index - 1] ?? Number.NEGATIVE_INFINITY));
  return isRising && askings.every(({ from }) => from === null) ? { by: 'truth', ends } : null;
}

function placedByAt({ of, asking }: OpenPart, places: Places, running: readonly RunningAnswer[]): InBuckets {
  const reader = { places, takes: belongsNow(of, asking), ...addersOf(running) };
  const isCounted = counts(of, { ...asking, to: places.ends.at(-1) ?? asking.to });
  return {
    reader,
    add: (fact) => {
      if (isCounted(fact)) reader.add(fact, 1, ...stretchOf(places, fact));
    },
  };
}

function placedByTruth({ of, asking }: OpenPart, places: Places, running: readonly RunningAnswer[]): InBuckets {
  const takes = belongs(of, asking);
  const adders = addersOf(running);
  const add = (fact: FactView, times: number): void => {
    adders.add(fact, times, ...stretchOf(places, { at: null, from: of.begins(fact), until: fact.until }));
  };
  return {
    // a store knows when a row is true, not when it begins to count
    reader: of.begins === beginsWithRow ? { places, takes, ...adders } : { takes, add },
    add: (fact) => {
      if (takes(fact)) add(fact, 1);
    },
  };
}

function triedInEach(parts: readonly OpenPart[], { of, asking }: OpenPart): InBuckets {
  const each = parts.map((part) => ({ isCounted: counts(part.of, part.asking), answer: part.running }));
  const add = (fact: FactView, times: number): void => {
    for (const { isCounted, answer } of each) if (isCounted(fact)) answer.add(fact, times);
  };
  return { reader: { takes: belongs(of, asking), add }, add: (fact) => add(fact, 1) };
}

function addersOf(running: readonly RunningAnswer[]): { readonly add: AddAlike; readonly addSum: AddAlike | undefined } {
  const add: AddAlike = (fact, times, first, end) => {
    for (let index = first; index < end; index++) running[index]?.add(fact, times);
  };
  if (running.some(({ addSum }) => addSum === undefined)) return { add, addSum: undefined };
  const addSum: AddAlike = (fact, times, first, end) => {
    for (let index = first; index < end; index++) running[index]?.addSum?.(fact, times);
  };
  return { add, addSum };
}
