import { writeInstant } from '@leadclock/domain/events/instant.js';
import { teamsOf, wayListenerWord } from '@leadclock/domain/ways/listener.js';
import { listenersNamed } from '@leadclock/domain/ways/listeners-named.js';
import { maskedAddress } from '@leadclock/domain/ways/masked-address.js';
import { toldByPolicies } from '@leadclock/domain/ways/told-by-policies.js';
import { listWays, type WayState } from '@leadclock/read-model/outside/way.table.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { Settings } from '@leadclock/runtime/settings.js';
import type { DataSource } from 'typeorm';
import type { Here } from '../answer/answered.js';
import { readWorld } from '../answer/world.js';

/** How a way does: it works, has failed since its last success, was never tried, or is paused. */
export type WayStanding = 'works' | 'failing' | 'untried' | 'paused';

/** A way as a page may show it: never its secret, nor its address in full. */
export interface ToldWay {
  readonly way: string;
  readonly kind: string;
  readonly for: string;
  /** the address, masked */
  readonly to: string;
  readonly language: string;
  readonly state: WayStanding;
  readonly paused_at: string | null;
  readonly failing_since: string | null;
  readonly succeeded_at: string | null;
  readonly failed_at: string | null;
  readonly failure: string | null;
  /** messages on their way, and when the next is tried */
  readonly waiting: number;
  readonly next_at: string | null;
  /** until then nothing is tried: too much has failed in a row, or the other side asks for it */
  readonly rests_until: string | null;
  /** messages that may be sent again */
  readonly given_up: number;
  /** false: it is for a channel or a screen that no policy in force tells */
  readonly is_told: boolean;
}

/** Somebody whom policies tell; of the policies null is the default. */
interface ToldListener {
  readonly for: string;
  readonly policies: readonly (string | null)[];
}

/** `GET /v1/ways`: how alerts reach people besides the pages, and who is told by policies and reached by which of it, or by none. */
export interface WayList {
  readonly as_of: string;
  /** whether a mail server is set */
  readonly mail: boolean;
  readonly ways: readonly ToldWay[];
  /** whom no way reaches that is not paused; `reached_by`: our pages, or nothing at all */
  readonly unheard: readonly (ToldListener & { readonly reached_by: 'pages' | null })[];
  /** whom ways reach */
  readonly heard: readonly (ToldListener & { readonly ways: readonly string[] })[];
  /** whom one may choose, for a form */
  readonly listeners: { readonly channels: readonly string[]; readonly screens: readonly string[]; readonly teams: readonly string[] };
}

export async function wayList(dataSource: DataSource, { mail }: Pick<Settings, 'mail'>, { now }: Here): Promise<WayList> {
  const { configuration } = await inSnapshot(dataSource, readWorld);
  const ways = await listWays(dataSource);
  const named = listenersNamed(configuration, now);
  const open = ways.filter(({ pausedAt }) => pausedAt === null);
  const told = toldByPolicies(open, configuration, now);
  const idsOf = (who: string) => [...named.keys()].filter((word) => word.startsWith(who)).map((word) => word.slice(who.length));
  return {
    as_of: writeInstant(now),
    mail: mail !== null,
    ways: ways.map((way) => toldWay(way, named.has(way.listener), now)),
    unheard: told
      .filter(({ ways: hearing }) => hearing.length === 0)
      .map(({ listener, policies, hasPage }) => ({ for: listener, policies, reached_by: hasPage ? 'pages' : null })),
    heard: told
      .filter(({ ways: hearing }) => hearing.length > 0)
      .map(({ listener, policies, ways: hearing }) => ({ for: listener, policies, ways: hearing })),
    listeners: { channels: idsOf('channel:').toSorted(), screens: idsOf('screen:').toSorted(), teams: teamsOf(configuration) },
  };
}

function toldWay(way: WayState, isNamed: boolean, now: number): ToldWay {
  const { listener, waiting, restsUntil, nextAt, pausedAt } = way;
  const rests = waiting > 0 && pausedAt === null && restsUntil !== null && restsUntil > now ? restsUntil : null;
  return {
    way: way.id,
    kind: way.kind,
    for: wayListenerWord(listener),
    to: maskedAddress(way),
    language: way.language,
    state: standingOf(way),
    paused_at: written(pausedAt),
    failing_since: written(way.failingSince),
    succeeded_at: written(way.succeededAt),
    failed_at: written(way.failedAt),
    failure: way.failure,
    waiting,
    next_at: pausedAt === null && nextAt !== null ? written(Math.max(nextAt, rests ?? nextAt)) : null,
    rests_until: written(rests),
    given_up: way.givenUp,
    is_told: isNamed || !/^(channel|screen):/.test(listener),
  };
}

function standingOf({ pausedAt, failingSince, succeededAt }: WayState): WayStanding {
  if (pausedAt !== null) return 'paused';
  if (failingSince !== null) return 'failing';
  return succeededAt === null ? 'untried' : 'works';
}

const written = (at: number | null): string | null => (at === null ? null : writeInstant(at));
