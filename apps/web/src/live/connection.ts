import type { Heartbeat, Patch, Resume, Snapshot } from '@leadclock/live-protocol/protocol.js';
import { io } from 'socket.io-client';
import { Listener } from './listener.js';
import { driftedApart, RESYNC_EVERY_MS, SAMPLES, untilNextSecond } from './server-clock.js';
import { wallStore } from './wall-store.js';

const WATCHDOG_MS = 12_000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 10_000;
const GIVE_UP_CONNECTING_MS = 5_000;
const BETWEEN_SAMPLES_MS = 250;
const SAMPLE_TIMEOUT_MS = 5_000;
const HIDDEN_TURN_MS = 1_000;
const RELOAD_WHEN_SILENT_MS = 600_000;
const BETWEEN_RELOAD_TRIES_MS = 5_000;
/** an attempt to connect that is younger than this is not begun anew */
const FRESH_ATTEMPT_MS = 1_000;

/** One socket for the life of the page; its handlers are attached here, once. */
const socket = io('/', {
  path: '/socket.io',
  transports: ['websocket'],
  autoConnect: false,
  reconnectionDelay: FIRST_RETRY_MS,
  reconnectionDelayMax: LAST_RETRY_MS,
  randomizationFactor: 0.5,
  timeout: GIVE_UP_CONNECTING_MS,
});
const listener = new Listener(performance.now(), Date.now());

let drawing = false;
let samplesLeft = 0;
let round = 0;
let refusals = 0;
let attemptedAt = Number.NEGATIVE_INFINITY;
let clockDifference = Date.now() - performance.now();
let watchedFrom = performance.now();
let reloadTriedAt = performance.now();

/** Starts listening and ticking; to be called once. */
export function listen(): void {
  socket.on('snapshot', (frame: Snapshot) => heard(listener.snapshot(frame, performance.now())));
  socket.on('patch', (frame: Patch) => heard(listener.patch(frame, performance.now())));
  socket.on('heartbeat', (frame: Heartbeat) => heard(listener.heartbeat(frame, performance.now())));
  socket.on('connect', measureClock);
  socket.on('disconnect', () => {
    listener.cut(performance.now());
    retryIfGivenUp();
  });
  socket.on('connect_error', retryIfGivenUp);
  for (const moment of ['online', 'pageshow'] as const) window.addEventListener(moment, checkAtOnce);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) checkAtOnce();
  });
  socket.io.on('reconnect_attempt', () => {
    attemptedAt = performance.now();
  });
  window.setInterval(measureClock, RESYNC_EVERY_MS);
  connect();
  tick();
}

function connect(): void {
  attemptedAt = performance.now();
  socket.connect();
}

function heard(ask: Resume | null): void {
  refusals = 0;
  if (ask !== null) socket.volatile.emit('resume', ask);
  if (listener.clockInDoubt()) measureClock();
  drawSoon();
}

/** Frames are drawn once an animation frame; a hidden page has none and takes a timer. */
function drawSoon(): void {
  if (drawing) return;
  drawing = true;
  const turn = (): void => {
    drawing = false;
    draw();
  };
  if (document.hidden) window.setTimeout(turn, HIDDEN_TURN_MS);
  else requestAnimationFrame(turn);
}

const draw = (): void => wallStore.setState(listener.view(performance.now()));

/** Each second of the server's clock: what the eye sees, and whether the link still lives. */
function tick(): void {
  const at = performance.now();
  draw();
  noticeSleep(at);
  watch(at);
  if (listener.reloadDue(at) && at - reloadTriedAt >= BETWEEN_RELOAD_TRIES_MS) reloadWhenServed();
  const early = wallStore.getState().freshness === 'starting' ? 100 : Number.POSITIVE_INFINITY;
  window.setTimeout(tick, Math.min(early, untilNextSecond(listener.serverNow(performance.now()))));
}

/** performance.now() may stand still while a device sleeps: a link that may be long dead must not look alive. */
function noticeSleep(at: number): void {
  if (!driftedApart(clockDifference, Date.now(), at)) return;
  clockDifference = Date.now() - at;
  listener.cut(at);
  samplesLeft = 0;
  measureClock();
}

/** A link without a frame for 12 s is closed, whatever the socket thinks of it; after 10 min the page itself begins anew. */
function watch(at: number): void {
  if (listener.silentFor(at) >= WATCHDOG_MS && at - watchedFrom >= WATCHDOG_MS && socket.connected) {
    watchedFrom = at;
    listener.cut(at);
    socket.io.engine.close();
  }
  if (listener.silentFor(at) >= RELOAD_WHEN_SILENT_MS && at - reloadTriedAt >= RELOAD_WHEN_SILENT_MS) reloadWhenServed();
}

/** The network came back, or the page did: no waiting for a timer. */
function checkAtOnce(): void {
  const at = performance.now();
  if (!socket.connected && at - attemptedAt >= FRESH_ATTEMPT_MS) {
    socket.disconnect();
    connect();
  } else if (socket.connected && listener.silentFor(at) >= WATCHDOG_MS) socket.io.engine.close();
  else measureClock();
  drawSoon();
}

/** A server that sends us away or refuses us ends socket.io's own retries; ours go on, at the same pace. */
function retryIfGivenUp(): void {
  if (socket.active) return;
  const pace = Math.min(FIRST_RETRY_MS * 2 ** refusals, LAST_RETRY_MS);
  refusals += 1;
  window.setTimeout(connect, pace * (0.5 + Math.random()));
}

/** Eight round trips of the clock message, one after the other, unless they are under way. */
function measureClock(): void {
  if (samplesLeft > 0 || !socket.connected) return;
  samplesLeft = SAMPLES;
  round += 1;
  listener.beginRound();
  takeSample(round);
}

function takeSample(ofRound: number): void {
  if (ofRound !== round) return;
  if (samplesLeft <= 0 || !socket.connected) {
    samplesLeft = 0;
    return;
  }
  samplesLeft -= 1;
  const sentAt = performance.now();
  socket.timeout(SAMPLE_TIMEOUT_MS).emit('clock', {}, (error: Error | null, answer?: { serverTime: number }) => {
    if (ofRound === round && error === null && answer !== undefined) {
      listener.sample({ sentAt, heardAt: performance.now(), serverTime: answer.serverTime });
    }
    window.setTimeout(takeSample, BETWEEN_SAMPLES_MS, ofRound);
  });
}

/** A reload while the server is away would leave a browser's error page on the wall. */
function reloadWhenServed(): void {
  reloadTriedAt = performance.now();
  fetch('/healthz', { cache: 'no-store' })
    .then((answer) => {
      if (answer.ok) window.location.reload();
      return undefined;
    })
    .catch(() => undefined);
}
