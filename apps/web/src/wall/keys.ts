import { sounds } from './moments/moments.js';
import { stepScene } from './scene/scene.js';

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The keys of a remote control: arrows change the scene, and any key or click lets a browser that waited for one make sounds. To be called once. */
export function listenToKeys(): void {
  window.addEventListener('keydown', (event) => {
    sounds.unlock();
    const by = STEPS[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
    event.preventDefault();
    stepScene(by);
  });
  window.addEventListener('pointerdown', () => sounds.unlock());
}
