import type { CSSProperties } from 'react';

const PIECES = 28;
const KINDS = 3;

/** Paper falls once over the card: each piece is placed by its number, so nothing has to be drawn or kept. Where motion is not wanted there is none. */
export const Confetti = () => (
  <div className="confetti" aria-hidden="true">
    {pieces.map(({ kind, left, style }) => (
      <i key={left} className={`paper paper-${kind}`} style={style} />
    ))}
  </div>
);

/** spread over width and time by the powers of the plastic number: even in both, without looking so */
const part = (at: number, by: number): number => (at * by) % 1;

const pieces = Array.from({ length: PIECES }, (_, at) => {
  const left = `${100 * part(at, 0.7549)}%`;
  const moves = { '--late': part(at, 0.5698), '--turn': 1 + part(at, 0.271), '--drift': part(at, 0.4142) - 0.5 };
  return { kind: at % KINDS, left, style: Object.assign<CSSProperties, object>({ left }, moves) };
});
