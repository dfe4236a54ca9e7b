import type { RepState } from '@leadclock/live-protocol/rep-state.js';
import { useLingui } from '@lingui/react/macro';
import { useWords } from '../clock/words.js';
import { useClock } from '../console/use-console.js';
import { dotsOf } from './dots.js';

const WIDTH = 260;
const [LEFT, RIGHT, BOTTOM, TOP] = [18, 256, 96, 14];

/** the words at the line's right end stand where no late answer does; the number at its left always */
const [WORDS_WIDTH, WORDS_HEIGHT] = [52, 26];
const MINUTE_S = 60;
/** the left edge has room for two digits */
const MOST_DIGITS_S = 100 * MINUTE_S;

/** Each answer of the day: when, and after how long; the late ones are triangles over the line of the target. */
export function AnswerDots({ answers, targetSeconds, now }: { answers: RepState['answers']; targetSeconds: number; now: number }) {
  const { t } = useLingui();
  const clock = useClock();
  const words = useWords();
  const { dots, hours, targetAt } = dotsOf(answers, targetSeconds, now);
  const x = (share: number): number => LEFT + share * (RIGHT - LEFT);
  const y = (share: number): number => BOTTOM - share * (BOTTOM - TOP);
  const inTime = answers.filter(({ late }) => !late).length;
  const total = answers.length;
  const target = words.target(targetSeconds);
  const line = y(targetAt);
  const free = !dots.some(({ across, up, late }) => late && x(across) > RIGHT - WORDS_WIDTH && y(up) > line - WORDS_HEIGHT);
  return (
    <svg
      width={WIDTH}
      height="116"
      viewBox={`0 0 ${WIDTH} 116`}
      role="img"
      aria-label={t`${inTime} of ${total} within ${target}`}
      className="dots"
    >
      <line x1={LEFT} x2={RIGHT} y1={BOTTOM} y2={BOTTOM} stroke="var(--line)" />
      <line x1={LEFT} x2={RIGHT} y1={line} y2={line} stroke="var(--text-2)" strokeDasharray="3 3" />
      {free && (
        <text x={RIGHT} y={line - 6} textAnchor="end" fill="var(--text-2)">
          {target}
        </text>
      )}
      {targetSeconds % MINUTE_S === 0 && targetSeconds < MOST_DIGITS_S && (
        <text x={LEFT - 6} y={line + 4} textAnchor="end" fill="var(--text-3)">
          {targetSeconds / MINUTE_S}
        </text>
      )}
      <text x={LEFT - 6} y={BOTTOM + 4} textAnchor="end" fill="var(--text-3)">
        0
      </text>
      {hours.map(({ at, share }) => (
        <text key={at} x={x(share)} y="113" textAnchor={share < 0.05 ? 'start' : share > 0.95 ? 'end' : 'middle'} fill="var(--text-3)">
          {clock.short(at)}
        </text>
      ))}
      {dots.map(({ key, across, up, late }) =>
        late ? (
          <path key={key} d={`M${x(across)} ${y(up) - 5}l5.5 9.5h-11z`} fill="var(--chart-late)" />
        ) : (
          <circle key={key} cx={x(across)} cy={y(up)} r="3" fill="var(--chart)" fillOpacity=".72" />
        ),
      )}
    </svg>
  );
}
