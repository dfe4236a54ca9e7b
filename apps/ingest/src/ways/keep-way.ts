import { type AroundWay, type AskedWay, readWayChange, type WayProblem } from '@leadclock/domain/ways/asked-way.js';
import { wayListenerWord } from '@leadclock/domain/ways/listener.js';
import type { EventLog } from '@leadclock/event-log/event-log.js';
import { listBoards } from '@leadclock/read-model/outside/board.table.js';
import { changeWay, listWays } from '@leadclock/read-model/outside/way.table.js';
import { refusalWords, urlRefusal } from '@leadclock/runtime/outgoing/address-refusal.js';
import { newSecret } from '@leadclock/runtime/outgoing/webhook-secret.js';
import type { Settings } from '@leadclock/runtime/settings.js';
import type { Clock } from '@leadclock/runtime/tokens.js';
import type { DataSource } from 'typeorm';
import { knownConfiguration } from '../policies/known-configuration.js';

export interface WayParts {
  readonly dataSource: DataSource;
  readonly configLog: EventLog;
  readonly clock: Clock;
  readonly settings: Pick<Settings, 'mail' | 'webhookAllow'>;
}

/** A way that was set up or changed; `secret` is shown this once. */
interface KeptWay {
  readonly way: string;
  readonly kind: string;
  readonly for: string;
  readonly secret: string | null;
}

type Kept = { readonly ok: true; readonly kept: KeptWay } | { readonly ok: false; readonly problems: readonly WayProblem[] };

/** Changes a way; null: there is none of that name. Throws ConfigurationUnknown while nobody knows who is there. */
export async function changeAskedWay(parts: WayParts, way: string, body: unknown): Promise<Kept | null> {
  const [there] = await listWays(parts.dataSource, way);
  if (there === undefined) return null;
  const read = readWayChange(body, there.kind, await aroundWay(parts, body));
  if (!read.ok) return read;
  const { newSecret: isRenewed, ...change } = read.value;
  const secret = isRenewed === true ? newSecret() : null;
  const changed = await changeWay(parts.dataSource, way, { ...change, ...(secret !== null && { secret }) }, parts.clock());
  return changed ? { ok: true, kept: keptOf({ way, kind: there.kind, listener: change.listener ?? there.listener }, secret) } : null;
}

/** What is told of a way that was set up or changed. */
export const keptOf = (
  { way, kind, listener }: Pick<AskedWay, 'way' | 'listener'> & { readonly kind: string },
  secret: string | null,
): KeptWay => ({
  way,
  kind,
  for: wayListenerWord(listener),
  secret,
});

/** What has to be known to judge a way. Throws ConfigurationUnknown while nobody knows who is there. */
export async function aroundWay({ dataSource, configLog, clock, settings }: WayParts, body: unknown): Promise<AroundWay> {
  const [configuration, ways, boards] = [
    await knownConfiguration(dataSource.manager, configLog),
    await listWays(dataSource),
    await listBoards(dataSource),
  ];
  const address: unknown = typeof body === 'object' && body !== null && 'address' in body ? body.address : undefined;
  return {
    configuration,
    at: clock(),
    names: ways.map(({ id }) => id),
    boards: boards.map(({ id }) => id),
    hasMail: settings.mail !== null,
    refusal: await addressRefused(address, settings.webhookAllow),
  };
}

/** Why an address that somebody has given, a URL, may not be reached; null: it may, or it is no URL. */
export async function addressRefused(address: unknown, allowed: readonly string[]): Promise<AroundWay['refusal']> {
  if (typeof address !== 'string' || !/^https?:/i.test(address) || !URL.canParse(address)) return null;
  const code = await urlRefusal(new URL(address), allowed);
  return code === null ? null : { code, problem: refusalWords[code] };
}
