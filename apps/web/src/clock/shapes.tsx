import type { Status } from './status.js';

export type ShapeName = Status | 'done' | 'ring' | 'live';

const filled = (d: string, wide = false) => (
  <svg className={wide ? 'shape shape-wide' : 'shape'} viewBox={wide ? '0 0 20 12' : '0 0 12 12'} aria-hidden="true">
    <path d={d} fill="currentColor" />
  </svg>
);
const drawn = (d: string) => (
  <svg className="shape" viewBox="0 0 12 12" aria-hidden="true">
    <path d={d} fill="none" stroke="currentColor" strokeWidth="2" />
  </svg>
);
const dot = filled('M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z');

const shapes: Readonly<Record<ShapeName, React.JSX.Element>> = {
  in: dot,
  live: dot,
  soon: filled('M6 .4 11.6 6 6 11.6.4 6z'),
  late: filled('M6 .8 11.7 11H.3z'),
  very: filled('M5.2 1.8 10.2 11H.2zM14.8 1.8 19.8 11H9.8z', true),
  paused: filled('M2.4 1.2h2.6v9.6H2.4zM7 1.2h2.6v9.6H7z'),
  untimed: drawn('M2 6h8'),
  done: drawn('M1.2 6.4 4.6 9.8 10.8 2.6'),
  ring: drawn('M6 2a4 4 0 1 0 0 8 4 4 0 0 0 0-8z'),
};

/** The shape of a status: drawn, not typed, because a glyph looks otherwise in every font. */
export const Shape = ({ of }: { of: ShapeName }) => shapes[of];

/** The product's mark: a clock with its first five minutes filled. */
export const Logo = () => (
  <svg className="logo" viewBox="0 0 24 24" aria-hidden="true">
    <path className="logo-slice" d="M12 12V2a10 10 0 0 1 8.66 5z" />
    <path className="logo-line" d="M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM12 12 20.66 7" />
  </svg>
);
