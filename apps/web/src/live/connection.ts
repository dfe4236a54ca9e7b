import type { WallState } from '@leadclock/live-protocol/protocol.js';
import { openLink } from './link.js';
import { LiveStream } from './live-stream.js';
import { SceneStream } from './scene-stream.js';
import { wallStore } from './wall-store.js';

const wall = new LiveStream<WallState>('wall');

/** Starts the wall's listening and ticking, with these boards as scenes; to be called once. */
export function listen(boards: readonly string[]): void {
  const scenes = boards.map((board) => new SceneStream(board, () => performance.now()));
  openLink({
    auth: { protocol: 1, view: 'wall', ...(boards.length === 0 ? {} : { boards: [...boards] }) },
    streams: [wall, ...scenes],
    busy: () => wall.state?.lateCount ?? 0,
    draw: (view) => wallStore.setState({ ...view, state: wall.state, boards: scenes.map((scene) => scene.view()) }),
  });
}
