import type { ReactNode } from 'react';
import type { Hour } from './staffing-answers.js';
import { useWeekWords } from './use-week-words.js';

/** How a cell is drawn: 0 nothing is known, 1 to 5 the shades, `few` too few to judge by. */
export interface HourCell {
  readonly shade: 0 | 1 | 2 | 3 | 4 | 5 | 'few';
  readonly text: string;
  /** what the text stands for, for who hears it */
  readonly said: string;
}

interface HourMapProps {
  readonly id: string;
  readonly title: string;
  readonly note: ReactNode;
  readonly hours: readonly Hour[];
  readonly cellOf: (hour: Hour) => HourCell;
}

const days = [0, 1, 2, 3, 4, 5, 6];

/** A week, its hours down and its days across, so that it fits a telephone: a number in every cell, and a shade of one hue. */
export function HourMap({ id, title, note, hours, cellOf }: HourMapProps) {
  const words = useWeekWords();
  return (
    <section className="panel stf-map" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="cap t2">{note}</p>
      <table aria-labelledby={id}>
        <thead>
          <tr>
            <td />
            {days.map((day) => (
              <th key={day} scope="col" abbr={words.longDay(day)}>
                {words.day(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: 24 }, (_, hour) => (
            <tr key={words.hour(hour)}>
              <th scope="row">{words.hour(hour)}</th>
              {days.map((day) => {
                const at = hours[day * 24 + hour];
                if (at === undefined) return <td key={day} className="stf-0" />;
                const { shade, text, said } = cellOf(at);
                return (
                  <td key={day} className={`stf-${shade}`}>
                    <span aria-hidden="true">{text}</span>
                    <span className="vh">{said}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
