/** The scenes of the wall, in the order that the arrow keys go through them. */
export const scenes = ['now', 'today'] as const;
export type SceneName = (typeof scenes)[number];

/** A scene never turns faster than this. */
export const TURN_AT_LEAST_MS = 30_000;
/** Whatever is on the wall, a lead that turned late brings back "Now" for this time. */
export const BREACH_HOLDS_MS = 60_000;

/** What was chosen and when, and until when a late lead holds "Now". Instants are the server's, in ms. */
export interface SceneChoice {
  readonly chosen: SceneName;
  readonly since: number;
  readonly heldUntil: number;
}

/** `?rotate=30`: seconds a scene; fewer are taken as thirty, anything else as no rotation. */
export function turnOf(asked: string | null): number | null {
  const seconds = asked === null || asked.trim() === '' ? Number.NaN : Number(asked);
  return Number.isFinite(seconds) && seconds > 0 ? Math.max(seconds * 1_000, TURN_AT_LEAST_MS) : null;
}

export const sceneNamed = (name: string | null): SceneName | null => scenes.find((known) => known === name) ?? null;

/** The scene on the wall at an instant; `turn` is how long each lasts, null: no rotation. */
export function sceneAt(choice: SceneChoice, turn: number | null, now: number): SceneName {
  return now < choice.heldUntil ? 'now' : chosenAt(choice, turn, now);
}

/** An arrow key: the next scene (1) or the one before (-1) of what is seen, at once, even while a late lead holds "Now". */
export function step(choice: SceneChoice, turn: number | null, now: number, by: 1 | -1): SceneChoice {
  const chosen = neighbour(sceneAt(choice, turn, now), by);
  return { chosen, since: now, heldUntil: 0 };
}

/** A lead turned late: "Now" for a minute; a rotation then begins anew with the scene that was interrupted. */
export function holdNow(choice: SceneChoice, turn: number | null, now: number): SceneChoice {
  const heldUntil = now + BREACH_HOLDS_MS;
  return { chosen: chosenAt(choice, turn, now), since: heldUntil, heldUntil };
}

function chosenAt({ chosen, since }: SceneChoice, turn: number | null, now: number): SceneName {
  const turns = turn === null ? 0 : Math.max(0, Math.floor((now - since) / turn));
  return neighbour(chosen, turns);
}

function neighbour(scene: SceneName, by: number): SceneName {
  const at = scenes.indexOf(scene) + by;
  return scenes[((at % scenes.length) + scenes.length) % scenes.length] ?? scene;
}
