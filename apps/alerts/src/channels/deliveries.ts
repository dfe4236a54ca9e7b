import {
  type Delivery,
  type DeliveryEnd,
  deliveredBy,
  dropDelivery,
  endpointOf,
  failDelivery,
  sweepDeliveries,
  takeDeliveries,
  untakeDelivery,
  waitingMessages,
} from '@leadclock/read-model/outside/delivery.table.js';
import { removeWay, restEndpoint, type Way } from '@leadclock/read-model/outside/way.table.js';
import type { DataSource } from 'typeorm';
import { deliveriesEnded } from '../metrics.js';
import type { AlertMessage } from './alert-message.js';
import { Circuit } from './circuit.js';
import type { Place } from './message-words.js';
import { messagesOf } from './messages-of.js';
import { nextTry, TRIED_FOR_MS } from './next-try.js';
import { type Outlets, sendByWay } from './send-by-way.js';
import type { Failed } from './sent.js';
import { spreadTellings } from './spread-tellings.js';

export interface DeliveryParts {
  readonly dataSource: DataSource;
  readonly outlets: Outlets;
  /** where our pages are */
  readonly publicUrl: string;
  /** epoch milliseconds, as the database counts them */
  readonly now: () => number;
  /** milliseconds that no clock step can change */
  readonly elapsed: () => number;
  /** an endpoint is free again: there may be something to do */
  readonly onFree: () => void;
  /** a message could not be sent; neither names an address */
  readonly onFailure: (way: string, failure: string) => void;
  /** the database did not answer */
  readonly onTrouble: (error: unknown) => void;
}

/** Messages of one endpoint that are tried at once. */
const atOnce = 4;
/** So long one is left alone who takes no more now and does not say how long. */
const BUSY_MS = 5_000;
const sweepEveryMs = 3_600_000;
const KEPT_MS = 30 * 86_400_000;

/**
 * Sends what alerts say by the ways that people have set up, at least once: a message that is being sent when the process dies is sent again by
 * whoever comes next, once its try would have been over. Each endpoint has a lane of its own: one that hangs delays no other.
 */
export class Deliveries {
  private readonly lanes = new Map<string, Promise<void>>();
  private readonly circuits = new Map<string, Circuit>();
  private sweptAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: DeliveryParts) {}

  /** Takes in what was said, and starts to send what has come. Answers the milliseconds until there is something to do, unless it is called before; Infinity: never. */
  async turn(): Promise<number> {
    const { dataSource, now, elapsed } = this.parts;
    if (elapsed() - this.sweptAt >= sweepEveryMs) {
      await sweepDeliveries(dataSource, now() - TRIED_FOR_MS, now() - KEPT_MS, now());
      this.sweptAt = elapsed();
    }
    let { toSpread, endpoints } = await waitingMessages(dataSource);
    if (toSpread) {
      while (await spreadTellings(dataSource, now()));
      ({ endpoints } = await waitingMessages(dataSource));
    }
    const waiting = new Set(endpoints.map(({ endpoint }) => endpoint));
    for (const endpoint of this.circuits.keys()) if (!waiting.has(endpoint) && !this.lanes.has(endpoint)) this.circuits.delete(endpoint);
    let next = Number.POSITIVE_INFINITY;
    for (const { endpoint, nextAt } of endpoints) {
      if (this.lanes.has(endpoint)) continue;
      const wait = nextAt - now();
      if (wait <= 0) this.start(endpoint);
      next = Math.min(next, Math.max(wait, this.circuitOf(endpoint).waitMs));
    }
    return next > 0 ? next : Number.POSITIVE_INFINITY;
  }

  /** Resolves once nothing is being sent; soon after `stopping` of the outlets is aborted. */
  async idle(): Promise<void> {
    await Promise.all(this.lanes.values());
  }

  private circuitOf(endpoint: string): Circuit {
    const circuit = this.circuits.get(endpoint) ?? new Circuit(this.parts.elapsed);
    this.circuits.set(endpoint, circuit);
    return circuit;
  }

  private start(endpoint: string): void {
    let sent = false;
    const lane = this.send(endpoint, this.circuitOf(endpoint))
      .then((tried) => {
        sent = tried;
      })
      .catch(this.parts.onTrouble)
      .finally(() => {
        this.lanes.delete(endpoint);
        if (sent) this.parts.onFree();
      });
    this.lanes.set(endpoint, lane);
  }

  /** Sends what has come, one part after the other. While nothing gets through only tests are tried. Answers whether there was anything. */
  private async send(endpoint: string, circuit: Circuit): Promise<boolean> {
    const { dataSource, publicUrl, now, outlets } = this.parts;
    for (let sent = false; ; sent = true) {
      const room = circuit.allows(atOnce);
      const until = now() + outlets.limitMs + 5_000;
      const asked = { endpoint, limit: Math.max(room, 1), testsOnly: room === 0, now: now(), until };
      const taken = outlets.stopping.aborted ? [] : await takeDeliveries(dataSource, asked);
      if (taken.length === 0) return sent;
      const { of, place } = await messagesOf(dataSource, taken, publicUrl);
      await Promise.all(taken.map((delivery) => this.deliver(delivery, of(delivery), place, circuit)));
    }
  }

  private async deliver(delivery: Delivery, message: AlertMessage | null, place: Place, circuit: Circuit): Promise<void> {
    const { dataSource, outlets, now, elapsed } = this.parts;
    const { id, way, what, madeAt, tries } = delivery;
    if (message === null || isPointless(delivery)) {
      await dropDelivery(dataSource, id, now());
      return told(way, 'over');
    }
    const [beganAt, began] = [now(), elapsed()];
    const sent = await sendByWay(outlets, way, { message, place, now: beganAt });
    const tried = { beganAt, tookMs: Math.round(elapsed() - began) };
    if (sent.ok) {
      await deliveredBy(dataSource, id, tried, now());
      if (circuit.succeeded()) await restEndpoint(dataSource, endpointOf(way), null);
      return told(way, 'delivered');
    }
    // it did not fail by itself: whoever starts next tries it at once
    if (outlets.stopping.aborted) return untakeDelivery(dataSource, id, now());
    this.parts.onFailure(way.id, sent.failure);
    // who tries a way waits for the answer
    const next = sent.isFinal || what === 'test' ? null : nextTry(tries, madeAt, now(), sent.retryAfterMs);
    await failDelivery(dataSource, id, { ...tried, failure: sent.failure }, next, now());
    if (sent.isGone === true) await removeWay(dataSource, way.id);
    else if (rests(circuit, sent)) await restEndpoint(dataSource, endpointOf(way), now() + circuit.waitMs);
    if (next === null) told(way, 'given up');
  }
}

function told({ kind }: Way, ended: DeliveryEnd): void {
  deliveriesEnded.inc({ kind, ended });
}

/** Whether nothing is tried there from now on, for what a failure says of the endpoint. */
function rests(circuit: Circuit, { isOnlyThis, isBusy, retryAfterMs }: Failed): boolean {
  const opens = !isOnlyThis && !isBusy && circuit.failed();
  const asked = retryAfterMs ?? (isBusy ? BUSY_MS : null);
  if (asked !== null) circuit.rest(asked);
  return opens || asked !== null;
}

/** Programs are told all, in order. People are not called for a lead that has been answered meanwhile, nor told that what they never heard was wrong. */
const isPointless = ({ way, what, isOver, wasTold }: Delivery): boolean =>
  way.kind !== 'webhook' && (isOver || (what === 'retracted' && !wasTold));
