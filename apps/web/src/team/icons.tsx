/** Line drawings of 16 px, in the colour of the text around them. */
const icons = {
  table: 'M2.5 3h11v10h-11zM2.5 6.5h11M6.5 3v10',
  chart: 'M3 13V8M8 13V3M13 13V6',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  csv: 'M8 2.5v7M5 7l3 3 3-3M3 13h10',
  link: 'M6.5 9.5l3-3M7 4.5l1.2-1.2a2.5 2.5 0 0 1 3.5 3.5L10.5 8M9 11.5l-1.2 1.2a2.5 2.5 0 0 1-3.5-3.5L5.5 8',
  close: 'm4 4 8 8M12 4l-8 8',
  right: 'm6.5 4.5 3.5 3.5-3.5 3.5',
  left: 'm9.5 4.5-3.5 3.5 3.5 3.5',
  down: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  phone: 'M3.5 2.5h2l1.2 3-1.4 1.2a8 8 0 0 0 4 4L10.5 9.3l3 1.2v2a1.2 1.2 0 0 1-1.3 1.2A10.5 10.5 0 0 1 2.3 3.8 1.2 1.2 0 0 1 3.5 2.5z',
  mail: 'M2.5 4h11v8h-11zM2.5 4.5 8 8.8l5.5-4.3',
  chat: 'M2.5 3h11v8H7l-3 2.5V11H2.5z',
  swap: 'M3 5.5h9M9.5 3 12 5.5 9.5 8M13 10.5H4M6.5 8 4 10.5 6.5 13',
  inbox: 'M2.5 9.5 4.5 3h7l2 6.5v3.5h-11zM2.5 9.5H6l.8 1.5h2.4l.8-1.5h3.5',
  robot: 'M3 5.5h10v7H3zM8 5.5V3M6 8.5v1M10 8.5v1',
  cal: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3',
  pencil: 'M3 13l.6-2.8 7-7 2.2 2.2-7 7z',
  eye: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM6.2 8a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0 -3.6 0',
  bell: 'M4 11V7a4 4 0 0 1 8 0v4l1 1H3zM6.8 14h2.4',
  user: 'M3 13.5c.5-2.8 2.5-4 5-4s4.5 1.2 5 4M5.3 5.5a2.7 2.7 0 1 0 5.4 0a2.7 2.7 0 1 0 -5.4 0',
  undo: 'M3 6.5h6.5a3.2 3.2 0 0 1 0 6.5H6M5.5 4 3 6.5 5.5 9',
  list: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  shield: 'M8 2l5 1.8v4c0 3-2 5-5 6.2-3-1.2-5-3.2-5-6.2v-4z',
  play: 'M5 3.5v9l7-4.5z',
} as const;
export type IconName = keyof typeof icons;

/** Says nothing by itself: a word stands beside it, or the control around it has a name. */
export const Icon = ({ of }: { of: IconName }) => (
  <svg
    className="ic"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={icons[of]} />
  </svg>
);

const shapes = {
  in: 'M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z',
  soon: 'M6 .4 11.6 6 6 11.6.4 6z',
  late: 'M6 .8 11.7 11H.3z',
  paused: 'M2.4 1.2h2.6v9.6H2.4zM7 1.2h2.6v9.6H7z',
  star: 'M6 .6 7.6 4.3l4 .4-3 2.7.9 3.9L6 9.3l-3.5 2 .9-3.9-3-2.7 4-.4z',
} as const;
export type ShapeName = keyof typeof shapes | 'very' | 'done' | 'untimed';

/** The shape of a status; its word is always near. */
export function Shape({ of }: { of: ShapeName }) {
  if (of === 'very')
    return (
      <svg className="shape shape-wide sh-very" viewBox="0 0 20 12" aria-hidden="true">
        <path d="M5.2 1.8 10.2 11H.2zM14.8 1.8 19.8 11H9.8z" fill="currentColor" />
      </svg>
    );
  if (of === 'done' || of === 'untimed')
    return (
      <svg className={`shape sh-${of}`} viewBox="0 0 12 12" aria-hidden="true">
        <path
          d={of === 'done' ? 'M1.2 6.4 4.6 9.8 10.8 2.6' : 'M6 2a4 4 0 1 0 0 8 4 4 0 0 0 0-8z'}
          fill="none"
          stroke="currentColor"
          strokeWidth="2.2"
        />
      </svg>
    );
  return (
    <svg className={`shape sh-${of}`} viewBox="0 0 12 12" aria-hidden="true">
      <path d={shapes[of]} fill="currentColor" />
    </svg>
  );
}
