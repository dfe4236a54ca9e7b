import { layOut } from '../cli/table.js';
import { ListedWays, LoggedDeliveries } from './ask-ways.js';

/** The answer of GET /v1/ways as a table, and below it whom no way reaches. */
export function waysText(text: string): string {
  const { ways, unheard } = ListedWays.parse(JSON.parse(text));
  const head = ['name', 'kind', 'for', 'to', 'language', 'state', 'waiting', 'given up', 'last success', 'last failure', 'why'];
  const rows = ways.map((way) => [
    way.way,
    way.kind,
    way.for,
    way.to,
    way.language,
    way.state,
    String(way.waiting),
    String(way.given_up),
    way.succeeded_at ?? '–',
    way.failed_at ?? '–',
    way.failure ?? '–',
  ]);
  const silent = unheard.filter(({ reached_by }) => reached_by === null).map(unheardText);
  return `${layOut([head, ...rows])}${silent.map((line) => `${line}\n`).join('')}`;
}

/** Whom policies tell and nothing reaches, in a line. */
export const unheardText = ({ for: whom, policies }: ListedWays['unheard'][number]): string =>
  `${whom} is told by ${policies.map((policy) => policy ?? '(default)').join(', ')}, and nothing reaches it: leadclock way add NAME --for ${whom}`;

/** The answer of GET /v1/ways/NAME/log as a table. */
export function wayLogText(text: string): string {
  const { deliveries } = LoggedDeliveries.parse(JSON.parse(text));
  const rows = deliveries.map(({ delivery, made_at, what, alert, tries, ended, ended_at, failure }) => [
    String(delivery),
    made_at,
    what,
    alert,
    String(tries.length),
    ended ?? 'on its way',
    ended_at ?? '–',
    failure ?? '–',
  ]);
  return layOut([['message', 'made', 'what', 'alert', 'tries', 'ended', 'at', 'why'], ...rows]);
}
