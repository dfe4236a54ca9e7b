import { randomInt } from 'node:crypto';
import { type Fact, type FactKind, factKinds } from '@leadclock/domain/facts/fact.js';

/**
 * The facts of a subject that stand in the set, as far as a difference needs them: some 20 bytes a row instead of 280.
 * In the order of the rows: those of a kind lie together, by their number.
 */
export interface StandingFacts {
  /** a letter a row: its kind */
  readonly layout: string;
  /** a hash of each row without its end */
  readonly prints: readonly number[];
  /** until; -1: for ever */
  readonly ends: readonly number[];
}

export const noFacts: StandingFacts = { layout: '', prints: [], ends: [] };

const letterOf = new Map<FactKind, string>(factKinds.map((kind, i) => [kind, String.fromCharCode(97 + i)]));

export const letter = (kind: FactKind): string => letterOf.get(kind) ?? '?';

/** The kind that a letter of a layout stands for. */
export function kindOf(sign: string): FactKind {
  const kind = factKinds[sign.charCodeAt(0) - 97];
  if (kind === undefined) throw new Error(`${sign} stands for no kind of fact`);
  return kind;
}

export function standingFacts(facts: readonly Fact[]): StandingFacts {
  let layout = '';
  for (const { kind } of facts) layout += letter(kind);
  return { layout, prints: facts.map(printOf), ends: facts.map(endOf) };
}

export const endOf = (fact: Fact): number => fact.until ?? -1;

// drawn anew by each process: nobody can choose texts whose rows pass for each other
const seedA = randomInt(2 ** 31);
const seedB = randomInt(2 ** 31);

/**
 * A 53-bit hash of a row without its end. Two different rows under one key share it once in 9,000,000,000,000,000 changes;
 * such a change would not be written until the next one of the row, and `verify` would name it.
 */
export function printOf(fact: Fact): number {
  a = seedA;
  b = seedB;
  text(fact.part);
  text(fact.item);
  count(fact.at);
  count(fact.from);
  count(fact.since);
  count(fact.due);
  count(fact.value);
  text(fact.excluded);
  text(fact.outcome);
  text(fact.touchChannel);
  text(fact.team);
  text(fact.rep);
  text(fact.origin);
  text(fact.campaign);
  text(fact.channel);
  text(fact.segment);
  text(fact.product);
  text(fact.pipeline);
  text(fact.stage);
  text(fact.currency);
  a ^= a >>> 15;
  a = Math.imul(a, 0x2c1b3c6d);
  a ^= a >>> 12;
  b ^= b >>> 13;
  b = Math.imul(b, 0xc2b2ae35);
  b ^= b >>> 16;
  return (a >>> 0) * 0x200000 + (b >>> 11);
}

let a = 0;
let b = 0;

function mix(unit: number): void {
  a = Math.imul(a ^ unit, 0x01000193);
  b = Math.imul(b ^ unit, 0x5bd1e995);
  b ^= b >>> 15;
}

function text(value: string | null): void {
  if (value === null) return mix(0x110001);
  for (let i = 0; i < value.length; i++) mix(value.charCodeAt(i));
  mix(0x110002);
}

function count(value: number | null): void {
  if (value === null) return mix(0x110003);
  mix(value | 0);
  mix(Math.floor(value / 0x1_0000_0000) | 0);
}
