import type { PatchOf, SnapshotOf } from '@leadclock/live-protocol/frames.js';
import type { Heartbeat, Resume } from '@leadclock/live-protocol/protocol.js';
import { patched } from './patched.js';

/** More patches than this never wait for a gap to close: the answer to our own resume brings them again. */
export const MAX_HELD = 200;

/** No live process draws this epoch, so a resume with it is always answered by a snapshot. */
const NO_EPOCH = 'none';

/** What one screen knows of a stream. `state` is the server's state after patch `seq` of `epoch`, or null before the first snapshot. */
export interface StreamState<S extends object> {
  readonly stream: string | null;
  readonly epoch: string;
  readonly seq: number;
  readonly state: S | null;
  /** patches that cannot be applied yet, in the order of their arrival */
  readonly held: readonly PatchOf<S>[];
  /** a resume is under way; the next heartbeat asks again if it brings nothing */
  readonly asking: boolean;
  /** the server's head was below ours: whatever snapshot comes next is right */
  readonly distrusted: boolean;
}

/** The stream after a frame, and what to ask of the server because of it. */
export interface Heard<S extends object> {
  readonly next: StreamState<S>;
  readonly ask: Resume | null;
}

export const silentStream: StreamState<never> = {
  stream: null,
  epoch: NO_EPOCH,
  seq: 0,
  state: null,
  held: [],
  asking: false,
  distrusted: false,
};

/** Takes a snapshot, unless it is older than what we hold of the same epoch, and everything held that follows it. */
export function hearSnapshot<S extends object>(now: StreamState<S>, frame: SnapshotOf<S>): Heard<S> {
  const older = frame.epoch === now.epoch && frame.seq < now.seq;
  if (now.state !== null && older && !now.distrusted) return { next: now, ask: null };
  const { stream, epoch, seq, state } = frame;
  const held = now.held.filter((patch) => patch.epoch === epoch);
  return applyHeld({ stream, epoch, seq, state, held, asking: false, distrusted: false });
}

/** Applies the next patch, drops a known one, holds one from beyond a gap and asks for what is missing. */
export function hearPatch<S extends object>(now: StreamState<S>, patch: PatchOf<S>): Heard<S> {
  if (now.stream !== null && patch.stream !== now.stream) return { next: now, ask: null };
  if (now.state === null || patch.epoch !== now.epoch) return askOnce(hold(now, patch));
  if (patch.seq <= now.seq) return { next: now, ask: null };
  return applyHeld(hold(now, patch));
}

/** Compares the server's head with ours: the only way to find a lost last message in a quiet hour. */
export function hearHeartbeat<S extends object>(now: StreamState<S>, frame: Heartbeat): Heard<S> {
  const stream = now.stream ?? Object.keys(frame.heads)[0];
  const head = stream === undefined ? undefined : frame.heads[stream];
  if (stream === undefined || head === undefined) return { next: now, ask: null };
  const known = { ...now, stream };
  if (now.state === null || head.epoch !== now.epoch || head.seq > now.seq) return ask(known);
  if (head.seq < now.seq) return ask({ ...known, distrusted: true });
  return { next: { ...known, held: [], asking: false, distrusted: false }, ask: null };
}

function applyHeld<S extends object>(now: StreamState<S>): Heard<S> {
  let { seq, state, held } = now;
  for (let patch = following(held, now.epoch, seq); patch !== undefined; patch = following(held, now.epoch, seq)) {
    seq = patch.seq;
    state = state === null ? null : patched(state, patch);
    held = held.filter((other) => other.epoch !== now.epoch || other.seq > seq);
  }
  held = held.filter((other) => other.epoch !== now.epoch || other.seq > seq);
  const next = { ...now, seq, state, held };
  if (held.some((patch) => patch.epoch === now.epoch)) return askOnce(next);
  return { next: held.length === 0 ? { ...next, asking: false } : next, ask: null };
}

const following = <S>(held: readonly PatchOf<S>[], epoch: string, seq: number): PatchOf<S> | undefined =>
  held.find((patch) => patch.epoch === epoch && patch.seq === seq + 1);

function hold<S extends object>(now: StreamState<S>, patch: PatchOf<S>): StreamState<S> {
  const known = now.held.some((other) => other.epoch === patch.epoch && other.seq === patch.seq);
  return known || now.held.length >= MAX_HELD ? now : { ...now, held: [...now.held, patch] };
}

const askOnce = <S extends object>(now: StreamState<S>): Heard<S> => (now.asking ? { next: now, ask: null } : ask(now));

function ask<S extends object>(now: StreamState<S>): Heard<S> {
  if (now.stream === null) return { next: now, ask: null };
  return { next: { ...now, asking: true }, ask: { stream: now.stream, epoch: now.epoch, from: now.seq } };
}
