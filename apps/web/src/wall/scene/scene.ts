import { createStore } from 'zustand/vanilla';
import { wallStore } from '../../live/wall-store.js';
import { holdNow, type SceneChoice, type Show, sceneNamed, step, turnOf } from './scene-choice.js';
import { boardsAsked, scenesOf } from './scene-list.js';

const KEPT_AS = 'leadclock.wall.scene';
const address = new URLSearchParams(window.location.search);

/** The boards that the address asks for as scenes (`?boards=floor,north`). */
export const boardsShown = boardsAsked(address.get('boards'));

/** How long a scene lasts where the address asks for rotation (`?rotate=30`), in ms. */
const turn = turnOf(address.get('rotate'));

/** What there is to choose from now. */
export const showOf = (boards: Parameters<typeof scenesOf>[0]): Show => ({ scenes: scenesOf(boards), turn });

/**
 * What the arrow keys chose last on this screen under this very address, else what the address asks for (`?scene=today`), else "Now". A rotation
 * counts its turns from the server's epoch, so that screens side by side turn together.
 */
export const sceneStore = createStore<SceneChoice>(() => ({
  chosen: kept() ?? sceneNamed(address.get('scene'), boardsShown) ?? 'now',
  since: 0,
  heldUntil: 0,
}));

const showNow = (): Show => showOf(wallStore.getState().boards);

export function stepScene(by: 1 | -1): void {
  const next = step(sceneStore.getState(), showNow(), wallStore.getState().now, by);
  sceneStore.setState(next);
  try {
    window.localStorage.setItem(KEPT_AS, `${next.chosen} ${window.location.search}`);
  } catch {
    // a screen that may not keep anything begins with "Now"
  }
}

export const holdSceneNow = (): void => sceneStore.setState(holdNow(sceneStore.getState(), showNow(), wallStore.getState().now));

function kept(): string | null {
  try {
    const [chosen = null, search = ''] = (window.localStorage.getItem(KEPT_AS) ?? '').split(' ');
    return search === window.location.search ? sceneNamed(chosen, boardsShown) : null;
  } catch {
    return null;
  }
}
