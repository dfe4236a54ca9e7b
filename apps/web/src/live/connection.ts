import type { WallState } from '@leadclock/live-protocol/protocol.js';
import { openLink } from './link.js';
import { LiveStream } from './live-stream.js';
import { wallStore } from './wall-store.js';

const wall = new LiveStream<WallState>(null);

/** Starts the wall's listening and ticking; to be called once. */
export function listen(): void {
  openLink({
    auth: { protocol: 1, view: 'wall' },
    streams: [wall],
    busy: () => wall.state?.lateCount ?? 0,
    draw: (view) => wallStore.setState({ ...view, state: wall.state }),
  });
}
