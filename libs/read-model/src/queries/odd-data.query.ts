import { type OddFacts, oddFacts, subjectNames, unknownCurrency } from '@leadclock/domain/facts/odd-facts.js';
import { literal, whole } from './fact-where.js';
import type { Snapshot } from './snapshot.js';

/** Who said what hardly can be so; `kind` is `lead`, `spend`, `subscription` …, `count` how many subjects share the oddity. */
export interface OddSubject {
  readonly oddity: string;
  readonly kind: string;
  readonly subject: string;
  readonly count: number;
}

export interface OddListing {
  /** the currency that sums are shown in; null: nothing is converted, so no currency is unknown */
  readonly home: string | null;
  /** null: all of them */
  readonly oddity: string | null;
  /** begins after this subject */
  readonly after: { readonly kind: string; readonly subject: string } | null;
  /** how many subjects of each oddity */
  readonly limit: number;
}

/** Odd subjects by oddity, of each the leads first, in the order of their ids. */
export async function listOddData({ em, set }: Snapshot, { home, oddity, after, limit }: OddListing): Promise<readonly OddSubject[]> {
  const all = [
    `select unnest(odd) as oddity, 'lead' as kind, subject from ${set.name}.lead where odd <> '{}'`,
    ...oddFacts.map((odd) => `select ${literal(odd.oddity)}, ${literal(nameOf(odd))}, subject from ${set.name}.fact where ${isOdd(odd)}`),
    ...(home === null ? [] : [inUnknownCurrency(set.name, home)]),
  ];
  const beyond =
    after === null
      ? 'true'
      : `(kind <> 'lead', kind, subject) > (${after.kind !== 'lead'}, ${literal(after.kind)}, ${literal(after.subject)})`;
  return em.query<OddSubject[]>(`
    with odd as (${all.join(' union ')}),
      counted as (select *, count(*) over (partition by oddity)::int as count from odd where ${oddity === null ? 'true' : `oddity = ${literal(oddity)}`}),
      placed as (select *, row_number() over (partition by oddity order by kind <> 'lead', kind, subject) as place from counted where ${beyond})
    select oddity, kind, subject, count from placed where place <= ${whole(limit)} order by oddity, place`);
}

const nameOf = ({ kind }: OddFacts): string => subjectNames[kind] ?? 'lead';

function isOdd({ kind, part, excluded, negative, standing }: OddFacts): string {
  const conditions = [
    `kind = ${literal(kind)}`,
    ...(part === undefined ? [] : [`part = ${literal(part)}`]),
    ...(excluded === undefined ? [] : [`excluded = ${literal(excluded)}`]),
    ...(negative === undefined ? [] : ['value < 0']),
    ...(standing === undefined ? [] : ['until is null']),
  ];
  return conditions.join(' and ');
}

/** Amounts of a currency that nobody ever told a rate of into the home currency: no sum can hold them. */
function inUnknownCurrency(set: string, home: string): string {
  const named = Object.entries(subjectNames).map(([kind, name]) => `when ${literal(kind)} then ${literal(name)}`);
  const rated = `select subject from ${set}.fact where kind = 'rate' and currency = ${literal(home)}`;
  return `select ${literal(unknownCurrency)}, case kind ${named.join(' ')} else 'lead' end, subject from ${set}.fact
    where kind <> 'rate' and value is not null and currency <> ${literal(home)} and currency not in (${rated})`;
}
