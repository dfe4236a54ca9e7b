import { oddDataCodes } from '@leadclock/domain/facts/odd-facts.js';
import { siteOf } from '@leadclock/domain/kpi/site.js';
import { listOddData, type OddSubject } from '@leadclock/read-model/queries/odd-data.query.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { nameBook } from '../wall/name-book.js';
import type { Answered, Here, Params } from './answered.js';
import { CursorInstant, readCursor, readLimit, writeCursor } from './paging.js';
import { readWorld } from './world.js';

/** `GET /v1/odd-data`: what events say that hardly can be so, under all that is known now. */
export interface OddData {
  readonly as_of: string;
  readonly oddities: readonly OddityPage[];
}

/** One oddity: how many subjects there are, and some of them; `next` is the cursor of the page after, null on the last. */
interface OddityPage {
  readonly oddity: string;
  readonly count: number;
  readonly subjects: readonly { readonly kind: string; readonly id: string; readonly name?: string }[];
  readonly next: string | null;
}

const Cursor = z.strictObject({ now: CursorInstant, oddity: z.string(), kind: z.string(), subject: z.string() });
const parameters: readonly string[] = ['oddity', 'limit', 'cursor'];
const usual = '20';

/**
 * Odd data by its code. `oddity` asks for one of them alone, page by page: `next` of an answer is the `cursor` of the same oddity. Of a person
 * it shows first name and initial at most.
 */
export async function oddData(dataSource: DataSource, params: Params, here: Here): Promise<Answered<OddData>> {
  const unknown = Object.keys(params).find((name) => !parameters.includes(name));
  if (unknown !== undefined) return { ok: false, parameter: unknown, problem: `odd data has no parameter ${unknown}`, allowed: parameters };
  const { oddity } = params;
  if (oddity !== undefined && typeof oddity !== 'string')
    return { ok: false, parameter: 'oddity', problem: 'oddity is given several times', allowed: ['once'] };
  if (oddity !== undefined && !oddDataCodes.includes(oddity))
    return { ok: false, parameter: 'oddity', problem: `there is no oddity ${oddity}`, allowed: oddDataCodes };
  const limit = readLimit(params['limit'] ?? usual);
  if (!limit.ok) return limit;
  const after = readCursor(params['cursor'], Cursor);
  if (!after.ok) return after;
  if (after.body !== null && after.body.oddity !== oddity)
    return {
      ok: false,
      parameter: 'cursor',
      problem: 'the cursor is of another oddity',
      allowed: [`oddity=${after.body.oddity} beside it`],
    };
  const found = await inSnapshot(dataSource, async (snapshot) => {
    const { currency: home } = siteOf((await readWorld(snapshot)).configuration);
    return listOddData(snapshot, { home, oddity: oddity ?? null, after: after.body, limit: limit.body + 1 });
  });
  const now = after.body?.now ?? here.now;
  const names = await nameBook(dataSource).of(found.filter(({ kind }) => kind === 'lead').map(({ subject }) => subject));
  const pages = [...new Set(found.map((subject) => subject.oddity))].map((code) => found.filter((subject) => subject.oddity === code));
  return {
    ok: true,
    body: { as_of: new Date(now).toISOString(), oddities: pages.map((page) => pageOf(page, limit.body, names, now)) },
  };
}

function pageOf(found: readonly OddSubject[], limit: number, names: ReadonlyMap<string, string>, now: number): OddityPage {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const { oddity = '', count = 0 } = last ?? {};
  const place = found.length > limit && last !== undefined ? { now, oddity, kind: last.kind, subject: last.subject } : null;
  return {
    oddity,
    count,
    subjects: shown.map(({ kind, subject: id }) => {
      const name = kind === 'lead' ? names.get(id) : undefined;
      return name === undefined ? { kind, id } : { kind, id, name };
    }),
    next: place === null ? null : writeCursor(place),
  };
}
