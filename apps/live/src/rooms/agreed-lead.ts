import type { CallBack, Offer } from '@leadclock/live-protocol/agreement.js';
import type { AgreedLead } from '@leadclock/live-protocol/queue-lead.js';
import type { Agreement } from '@leadclock/read-model/queries/agreements.query.js';
import { repName } from '../wall/wall-state.js';
import type { FloorSources } from './floor-sources.js';

/** So many of a rep's are told. */
const listed = 200;

/** What is agreed about a lead, as its row in a queue says it; nothing where nothing is. */
export function agreementPart(agreement: Agreement | null): { readonly offer?: Offer; readonly callBack?: CallBack } {
  if (agreement === null) return {};
  const { offer, callBack } = agreement;
  return {
    ...(offer !== null && { offer: { event: offer.event, from: offer.from, to: offer.to, since: offer.at, ended: offer.end } }),
    ...(callBack !== null && { callBack: { event: callBack.event, at: callBack.due, by: callBack.rep } }),
  };
}

/** What this rep has agreed with others, offers first, then promised calls by their instants. */
export function agreementsShown({ agreements }: Pick<FloorSources, 'agreements'>, rep: string): readonly Agreement[] {
  const order = ({ offer, callBack }: Agreement): number => (offer === null ? (callBack?.due ?? 0) : Number.NEGATIVE_INFINITY);
  return agreements
    .ofRep(rep)
    .toSorted((a, b) => (order(a) === order(b) ? (a.line.lead < b.line.lead ? -1 : 1) : order(a) - order(b)))
    .slice(0, listed);
}

/** The lead of an agreement, whether it waits or not. */
export function agreedLead({ configuration, windows }: FloorSources, names: ReadonlyMap<string, string>, agreement: Agreement): AgreedLead {
  const { line, assignment } = agreement;
  const { lead, owner, team, origin, channel, product } = line;
  const waits = line.status === 'waiting' && (line.waitsUntil ?? 0) > windows.asOf;
  return {
    lead,
    name: names.get(lead) ?? lead,
    owner: owner === null ? null : repName(configuration, owner),
    since: line.arrivedAt ?? line.lastAt,
    due: waits ? line.dueAt : null,
    heldMs: null,
    rep: owner,
    team,
    origin,
    channel,
    product,
    assignment,
    waits,
    ...agreementPart(agreement),
  };
}
