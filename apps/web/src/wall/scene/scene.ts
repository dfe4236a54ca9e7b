import { createStore } from 'zustand/vanilla';
import { wallStore } from '../../live/wall-store.js';
import { holdNow, type SceneChoice, sceneNamed, step, turnOf } from './scene-choice.js';

const KEPT_AS = 'leadclock.wall.scene';
const address = new URLSearchParams(window.location.search);

/** How long a scene lasts where the address asks for rotation (`?rotate=30`), in ms. */
export const turn = turnOf(address.get('rotate'));

/**
 * What the arrow keys chose last on this screen, else what the address asks for (`?scene=today`), else "Now". A rotation counts its turns from
 * the server's epoch, so that screens side by side turn together.
 */
export const sceneStore = createStore<SceneChoice>(() => ({
  chosen: kept() ?? sceneNamed(address.get('scene')) ?? 'now',
  since: 0,
  heldUntil: 0,
}));

export function stepScene(by: 1 | -1): void {
  const next = step(sceneStore.getState(), turn, wallStore.getState().now, by);
  sceneStore.setState(next);
  try {
    window.localStorage.setItem(KEPT_AS, next.chosen);
  } catch {
    // a screen that may not keep anything begins with "Now"
  }
}

export const holdSceneNow = (): void => sceneStore.setState(holdNow(sceneStore.getState(), turn, wallStore.getState().now));

function kept(): SceneChoice['chosen'] | null {
  try {
    return sceneNamed(window.localStorage.getItem(KEPT_AS));
  } catch {
    return null;
  }
}
