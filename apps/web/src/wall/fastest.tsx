import { Plural, Trans } from '@lingui/react/macro';
import type { CSSProperties } from 'react';
import { UNKNOWN, useWords } from '../clock/words.js';
import { ROWS } from './rows.js';
import { useKnown, useView } from './use-view.js';

/** The reps who answered fastest today: rank, name, median first answer, answers. The server decides who has enough of them. */
export function Fastest() {
  const fastest = useView((view) => view.state?.fastest);
  const reps = (fastest ?? []).slice(0, ROWS);
  const words = useWords();
  const known = useKnown();
  const digits = Math.max(1, ...reps.map((rep) => String(rep.answered).length));
  return (
    <section className="panel">
      <h2>
        <Trans>Fastest today</Trans>
      </h2>
      {reps.length === 0 ? (
        <p className="quiet">
          <Trans>No ranking yet</Trans>
        </p>
      ) : (
        <ol className="rows" style={countWidth(digits)}>
          {reps.map((rep) => (
            <li className="row fastest-row" key={rep.rep}>
              <b>{rep.rank}</b>
              <span className="cut" dir="auto" title={rep.rep}>
                {rep.rep}
              </span>
              <span>{known ? words.wait(Math.round(rep.medianSeconds) * 1_000) : UNKNOWN}</span>
              <span className="count">{known ? <Answers count={rep.answered} /> : UNKNOWN}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const Answers = ({ count }: { count: number }) => (
  <>
    <span aria-hidden="true">{count}</span>
    <span className="hidden">
      <Plural value={count} one="# answer" other="# answers" />
    </span>
  </>
);

/** Digits are tabular, so a column for the longest count is as wide as its digits. */
const countWidth = (digits: number): CSSProperties => Object.assign<CSSProperties, object>({}, { '--count': `${digits}ch` });
