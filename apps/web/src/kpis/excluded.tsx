import { Trans } from '@lingui/react/macro';
import { Link, type To } from 'react-router';
import { useAnswerWords } from './answer-words.js';
import type { Explained } from './answers.js';
import { useKpiFormats } from './use-kpi-formats.js';

interface ExcludedProps {
  readonly excluded: Readonly<Record<string, number>>;
  /** null: the server explains nothing, and its rows cannot be chosen by their reason */
  readonly explained: Explained | null;
  readonly toRows: (reason: string) => To;
}

/** What is not in the number, and why; each reason leads to its rows. */
export function Excluded({ excluded, explained, toRows }: ExcludedProps) {
  const words = useAnswerWords();
  const format = useKpiFormats();
  const reasons = Object.entries(excluded).filter(([, n]) => n > 0);
  if (reasons.length === 0) return null;
  const said = new Map(
    (explained?.groups ?? []).flatMap((group) => group.excluded.map(({ reason, words: text }) => [reason, text] as const)),
  );
  return (
    <p className="excluded">
      <span className="t2">
        <Trans>Not in it:</Trans>
      </span>
      {reasons.map(([reason, n]) => {
        const text = (
          <>
            <b>{format.number(n)}</b> {said.get(reason) ?? words.reason(reason)}
          </>
        );
        return explained === null ? (
          <span key={reason} className="tag tag-plain">
            {text}
          </span>
        ) : (
          <Link key={reason} className="tag tag-plain" to={toRows(reason)}>
            {text}
          </Link>
        );
      })}
    </p>
  );
}
