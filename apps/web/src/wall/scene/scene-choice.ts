import { boardPage, type Scene } from './scene-list.js';

/** A scene never turns faster than this. */
export const TURN_AT_LEAST_MS = 30_000;
/** Whatever is on the wall, a lead that turned late brings back "Now" for this time. */
export const BREACH_HOLDS_MS = 60_000;

/** What was chosen and when, and until when a late lead holds "Now". Instants are the server's, in ms. */
export interface SceneChoice {
  readonly chosen: string;
  readonly since: number;
  readonly heldUntil: number;
}

/** What there is to choose from, and how long each lasts in ms; null: no rotation. */
export interface Show {
  readonly scenes: readonly Scene[];
  readonly turn: number | null;
}

/** `?rotate=30`: seconds a scene; fewer are taken as thirty, anything else as no rotation. */
export function turnOf(asked: string | null): number | null {
  const seconds = asked === null || asked.trim() === '' ? Number.NaN : Number(asked);
  return Number.isFinite(seconds) && seconds > 0 ? Math.max(seconds * 1_000, TURN_AT_LEAST_MS) : null;
}

/** A scene by its name, where there is one, or may be as soon as its board is heard; null: there is none. */
export function sceneNamed(name: string | null, boards: readonly string[]): string | null {
  if (name === null) return null;
  const page = boardPage(name);
  if (page !== null) return boards.includes(page.board) ? name : null;
  return name === 'now' || name === 'today' ? name : null;
}

/** The scene on the wall at an instant. */
export function sceneAt(choice: SceneChoice, show: Show, now: number): string {
  return now < choice.heldUntil ? 'now' : chosenAt(choice, show, now);
}

/** An arrow key: the next scene (1) or the one before (-1) of what is seen, at once, even while a late lead holds "Now". */
export function step(choice: SceneChoice, show: Show, now: number, by: 1 | -1): SceneChoice {
  const chosen = neighbour(sceneAt(choice, show, now), show.scenes, by);
  return { chosen, since: now, heldUntil: 0 };
}

/** A lead turned late: "Now" for a minute; a rotation then begins anew with the scene that was interrupted. */
export function holdNow(choice: SceneChoice, show: Show, now: number): SceneChoice {
  const heldUntil = now + BREACH_HOLDS_MS;
  return { chosen: chosenAt(choice, show, now), since: heldUntil, heldUntil };
}

function chosenAt({ chosen, since }: SceneChoice, { scenes, turn }: Show, now: number): string {
  const there = nearest(chosen, scenes);
  if (turn === null) return there;
  const full = scenes.filter(({ name, isEmpty }) => !isEmpty || name === there);
  const turns = Math.max(0, Math.floor((now - since) / turn));
  const turned = neighbour(there, full, turns);
  // the one that it began with may have nothing to show (any more)
  return scenes.some(({ name, isEmpty }) => name === turned && isEmpty) ? neighbour(turned, full, 1) : turned;
}

/** A board may have fewer pages by now: then its first. */
function nearest(chosen: string, scenes: readonly Scene[]): string {
  if (scenes.some(({ name }) => name === chosen)) return chosen;
  const page = boardPage(chosen);
  const first = page === null ? null : `board:${page.board}`;
  return scenes.find(({ name }) => name === first)?.name ?? 'now';
}

function neighbour(scene: string, scenes: readonly Scene[], by: number): string {
  const at = scenes.findIndex(({ name }) => name === scene) + by;
  return scenes[((at % scenes.length) + scenes.length) % scenes.length]?.name ?? scene;
}
