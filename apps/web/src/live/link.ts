import type { PatchOf, SnapshotOf } from '@leadclock/live-protocol/frames.js';
import type { Handshake } from '@leadclock/live-protocol/handshake.js';
import type { Heartbeat, Resume } from '@leadclock/live-protocol/protocol.js';
import { io } from 'socket.io-client';
import { ClockRounds } from './clock-rounds.js';
import type { Freshness } from './freshness.js';
import { type LinkView, Listener } from './listener.js';
import type { HeardStream } from './live-stream.js';
import { driftedApart, RESYNC_EVERY_MS, untilNextSecond } from './server-clock.js';

const WATCHDOG_MS = 12_000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 10_000;
const GIVE_UP_CONNECTING_MS = 5_000;
const HIDDEN_TURN_MS = 1_000;
const RELOAD_WHEN_SILENT_MS = 600_000;
const BETWEEN_RELOAD_TRIES_MS = 5_000;
/** an attempt to connect that is younger than this is not begun anew */
const FRESH_ATTEMPT_MS = 1_000;

/** What a page's link is made of. */
export interface LinkOptions {
  /** what the page says of itself; the server chooses its streams by it */
  readonly auth: Handshake;
  readonly streams: readonly HeardStream<never>[];
  /** how many late leads stand on the page: a new build waits for a moment without any */
  readonly busy: () => number;
  /** called once an animation frame when something came, and at each full second of the server's clock */
  readonly draw: (view: LinkView) => void;
  /** whether the page may be reloaded by itself now; left out: always */
  readonly mayReload?: () => boolean;
}

/** What can be asked of an open link. */
export interface Link {
  /** looks at once whether the server is there again */
  look(): void;
  /** says anew what the page is; the server chooses its streams by it, and the old ones end */
  introduce(as: Handshake): void;
}

/** Opens the page's one socket and starts ticking; to be called once. */
export function openLink({ auth, streams, busy, draw: show, mayReload = () => true }: LinkOptions): Link {
  const socket = io('/', {
    path: '/socket.io',
    transports: ['websocket'],
    autoConnect: false,
    auth,
    reconnectionDelay: FIRST_RETRY_MS,
    reconnectionDelayMax: LAST_RETRY_MS,
    randomizationFactor: 0.5,
    timeout: GIVE_UP_CONNECTING_MS,
  });
  const listener = new Listener(performance.now(), Date.now(), streams, busy);
  const clock = new ClockRounds(socket, listener);
  let drawing = false;
  let freshness: Freshness = 'starting';
  let refusals = 0;
  let attemptedAt = Number.NEGATIVE_INFINITY;
  let clockDifference = Date.now() - performance.now();
  let watchedFrom = performance.now();
  let reloadTriedAt = performance.now();

  const connect = (): void => {
    attemptedAt = performance.now();
    socket.connect();
  };

  const draw = (): void => {
    const view = listener.view(performance.now());
    ({ freshness } = view);
    show(view);
  };

  const turn = (): void => {
    if (!drawing) return;
    drawing = false;
    draw();
  };

  /** Frames are drawn once an animation frame; a hidden page has none and takes a timer. */
  const drawSoon = (): void => {
    if (drawing) return;
    drawing = true;
    if (document.hidden) window.setTimeout(turn, HIDDEN_TURN_MS);
    else requestAnimationFrame(turn);
  };

  const heard = (asks: readonly Resume[]): void => {
    refusals = 0;
    for (const ask of asks) socket.volatile.emit('resume', ask);
    if (listener.clockInDoubt()) clock.measure();
    drawSoon();
  };

  /** A server that sends us away or refuses us ends socket.io's own retries; ours go on, at the same pace. */
  const retryIfGivenUp = (): void => {
    if (socket.active) return;
    const pace = Math.min(FIRST_RETRY_MS * 2 ** refusals, LAST_RETRY_MS);
    refusals += 1;
    window.setTimeout(connect, pace * (0.5 + Math.random()));
  };

  /** A reload while the server is away would leave a browser's error page. */
  const reloadWhenServed = (): void => {
    if (!mayReload()) return;
    reloadTriedAt = performance.now();
    fetch('/healthz', { cache: 'no-store' })
      .then((answer) => {
        if (answer.ok && mayReload()) window.location.reload();
        return undefined;
      })
      .catch(() => undefined);
  };

  /** performance.now() may stand still while a device sleeps: a link that may be long dead must not look alive. */
  const noticeSleep = (at: number): void => {
    if (!driftedApart(clockDifference, Date.now(), at)) return;
    clockDifference = Date.now() - at;
    listener.cut(at);
    clock.restart();
  };

  /** A link without a frame for 12 s is closed, whatever the socket thinks of it; after 10 min the page itself begins anew. */
  const watch = (at: number): void => {
    if (listener.silentFor(at) >= WATCHDOG_MS && at - watchedFrom >= WATCHDOG_MS && socket.connected) {
      watchedFrom = at;
      listener.cut(at);
      socket.io.engine.close();
    }
    if (listener.silentFor(at) >= RELOAD_WHEN_SILENT_MS && at - reloadTriedAt >= RELOAD_WHEN_SILENT_MS) reloadWhenServed();
  };

  /** Each second of the server's clock: what the eye sees, and whether the link still lives. */
  const tick = (): void => {
    const at = performance.now();
    draw();
    noticeSleep(at);
    watch(at);
    if (listener.reloadDue(at) && at - reloadTriedAt >= BETWEEN_RELOAD_TRIES_MS) reloadWhenServed();
    const early = freshness === 'starting' ? 100 : Number.POSITIVE_INFINITY;
    window.setTimeout(tick, Math.min(early, untilNextSecond(listener.serverNow(performance.now()))));
  };

  /** The network came back, or the page did: no waiting for a timer. */
  const checkAtOnce = (): void => {
    const at = performance.now();
    if (!socket.connected && at - attemptedAt >= FRESH_ATTEMPT_MS) {
      socket.disconnect();
      connect();
    } else if (socket.connected && listener.silentFor(at) >= WATCHDOG_MS) socket.io.engine.close();
    else clock.measure();
    drawSoon();
  };

  const introduce = (as: Handshake): void => {
    socket.auth = as;
    socket.disconnect();
    connect();
  };

  socket.on('snapshot', (frame: SnapshotOf<never>) => heard(listener.snapshot(frame, performance.now())));
  socket.on('patch', (frame: PatchOf<never>) => heard(listener.patch(frame, performance.now())));
  socket.on('heartbeat', (frame: Heartbeat) => heard(listener.heartbeat(frame, performance.now())));
  socket.on('connect', clock.measure);
  socket.on('disconnect', () => {
    listener.cut(performance.now());
    retryIfGivenUp();
  });
  socket.on('connect_error', retryIfGivenUp);
  for (const moment of ['online', 'pageshow'] as const) window.addEventListener(moment, checkAtOnce);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) checkAtOnce();
    // the animation frame that was asked for does not come before somebody looks again
    else if (drawing) window.setTimeout(turn, HIDDEN_TURN_MS);
  });
  socket.io.on('reconnect_attempt', () => {
    attemptedAt = performance.now();
  });
  window.setInterval(clock.measure, RESYNC_EVERY_MS);
  connect();
  tick();
  return { look: checkAtOnce, introduce };
}
