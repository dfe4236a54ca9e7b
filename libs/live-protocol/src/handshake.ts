import { z } from 'zod';
import { BoardId } from './board.js';

export const PROTOCOL = 1;

/** A wall shows so many boards at most. */
export const MOST_SCENES = 8;

const text = z.string().min(1).max(200);

/**
 * What a page says of itself when it connects (socket.io's `auth`). The server chooses the streams: a wall gets `wall`, and `scene:<id>` of each
 * board that it shows, a rep `floor` and `rep:<id>`, a manager `team` or `team:<id>`, who looks at a board `board:<id>` and `team`, which has the
 * names. Nothing said: a wall.
 */
export const Handshake = z.discriminatedUnion('view', [
  z.object({ protocol: z.literal(PROTOCOL), view: z.literal('wall'), boards: z.array(BoardId).max(MOST_SCENES).optional() }),
  z.object({ protocol: z.literal(PROTOCOL), view: z.literal('rep'), rep: text }),
  z.object({ protocol: z.literal(PROTOCOL), view: z.literal('team'), team: text.nullable() }),
  z.object({ protocol: z.literal(PROTOCOL), view: z.literal('board'), board: BoardId }),
]);
export type Handshake = z.infer<typeof Handshake>;

/** Why a page was not let in: `connect_error` carries it as `data`. */
export const Refusal = z.object({ reason: z.enum(['unauthorized', 'protocol', 'view']), problem: z.string() });
export type Refusal = z.infer<typeof Refusal>;
