const paths = {
  sound: 'M3 6v4h2.5L9 13V3L5.5 6zM11.5 5.5a3.5 3.5 0 0 1 0 5',
  mute: 'M3 6v4h2.5L9 13V3L5.5 6zM11.5 6l3 4M14.5 6l-3 4',
  bell: 'M4 11V7a4 4 0 0 1 8 0v4l1 1H3zM6.8 14h2.4',
  bellOff: 'M4 11V7a4 4 0 0 1 6.5-3.1M12 7v4l1 1H5M6.8 14h2.4M2.5 2.5l11 11',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  play: 'M5 3.5 12.5 8 5 12.5z',
  search: 'M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4zm3.2 7.4 3.3 3.3',
  phone: 'M3.5 2.5h2l1.2 3-1.4 1.2a8 8 0 0 0 4 4L10.5 9.3l3 1.2v2a1.2 1.2 0 0 1-1.3 1.2A10.5 10.5 0 0 1 2.3 3.8 1.2 1.2 0 0 1 3.5 2.5z',
  mail: 'M2.5 4h11v8h-11zM2.5 4.5 8 8.8l5.5-4.3',
  chat: 'M2.5 3h11v8H7l-3 2.5V11H2.5z',
  down: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  right: 'm6.5 4.5 3.5 3.5-3.5 3.5',
  left: 'm9.5 4.5-3.5 3.5 3.5 3.5',
  undo: 'M3 6.5h6.5a3.2 3.2 0 0 1 0 6.5H6M5.5 4 3 6.5 5.5 9',
  user: 'M8 2.8a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4zM3 13.5c.5-2.8 2.5-4 5-4s4.5 1.2 5 4',
  inbox: 'M2.5 9.5 4.5 3h7l2 6.5v3.5h-11zM2.5 9.5H6l.8 1.5h2.4l.8-1.5h3.5',
  robot: 'M3 5.5h10v7H3zM8 5.5V3M6 8.5v1M10 8.5v1',
  link: 'M6.5 9.5l3-3M7 4.5l1.2-1.2a2.5 2.5 0 0 1 3.5 3.5L10.5 8M9 11.5l-1.2 1.2a2.5 2.5 0 0 1-3.5-3.5L5.5 8',
  close: 'm4 4 8 8M12 4l-8 8',
  pencil: 'M3 13l.6-2.8 7-7 2.2 2.2-7 7z',
  list: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  calendar: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing of 16 x 16; it never stands alone without a text or a label beside it. */
export const Icon = ({ of }: { of: IconName }) => (
  <svg className="ic" viewBox="0 0 16 16" aria-hidden="true">
    <path d={paths[of]} />
  </svg>
);
