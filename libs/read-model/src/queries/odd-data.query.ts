import { type OddFacts, oddFacts, subjectNames, unknownCurrency } from '@leadclock/domain/facts/odd-facts.js';
import { oddityCodes } from '@leadclock/domain/lead/oddities.js';
import { isAmount } from './amounts.query.js';
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
export async function listOddData(snapshot: Snapshot, { home, oddity, after, limit }: OddListing): Promise<readonly OddSubject[]> {
  const { em, set } = snapshot;
  const wants = (code: string): boolean => oddity === null || oddity === code;
  const unknown = home !== null && wants(unknownCurrency) ? await unknownCurrencies(snapshot, home) : [];
  const all = [
    ...(oddityCodes.some(wants) ? [`select unnest(odd) as oddity, 'lead' as kind, subject from ${set.name}.lead where odd <> '{}'`] : []),
    ...oddFacts.filter((odd) => wants(odd.oddity)).map((odd) => saidByFacts(set.name, odd)),
    ...(unknown.length === 0 ? [] : [inCurrencies(set.name, unknown)]),
  ];
  if (all.length === 0) return [];
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

const saidByFacts = (set: string, odd: OddFacts): string =>
  `select ${literal(odd.oddity)} as oddity, ${literal(subjectNames[odd.kind] ?? 'lead')} as kind, subject from ${set}.fact where ${isOdd(odd)}`;

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

/** The currencies that nobody ever told a rate of into the home currency, of all that amounts are in: for each one look into their index. */
async function unknownCurrencies({ em, set }: Snapshot, home: string): Promise<readonly string[]> {
  const first = `select min(f.currency) from ${set.name}.fact f where ${isAmount('f')}`;
  const rows = await em.query<{ currency: string }[]>(
    `with recursive met(currency) as (
       ${first}
       union all select (${first} and f.currency > met.currency) from met where met.currency is not null)
     select currency from met
      where currency <> ${literal(home)}
        and not exists (select from ${set.name}.fact r where r.subject = met.currency and r.kind = 'rate' and r.currency = ${literal(home)})`,
  );
  return rows.map(({ currency }) => currency);
}

/** Amounts in these currencies: no sum can hold them. They stand in the question, so that the planner knows how few there are. */
function inCurrencies(set: string, currencies: readonly string[]): string {
  const named = Object.entries(subjectNames).map(([kind, name]) => `when ${literal(kind)} then ${literal(name)}`);
  return `select ${literal(unknownCurrency)} as oddity, case f.kind ${named.join(' ')} else 'lead' end as kind, f.subject
    from ${set}.fact f where ${isAmount('f')} and f.currency in (${currencies.map(literal).join(', ')})`;
}
