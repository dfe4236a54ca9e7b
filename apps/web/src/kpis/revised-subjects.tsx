import { Trans } from '@lingui/react/macro';
import { Link, type To } from 'react-router';
import { useAnswerWords } from './answer-words.js';
import type { Definition, Row } from './answers.js';
import { useRevisionWords } from './revision-words.js';
import type { Revised } from './revisions.js';
import { rowMeasure } from './row-measure.js';
import { useRowWords } from './row-words.js';
import { useKpiFormats } from './use-kpi-formats.js';
import { useLeadNames } from './use-lead-names.js';

interface SubjectsProps {
  readonly definition: Definition;
  readonly subjects: readonly Revised[];
  /** the lead that is open in the panel */
  readonly open: string | null;
  readonly toLead: (lead: string) => To;
}

/** The leads that make the difference: what each added to the number then, what it adds now, and why; each leads to its page. */
export function RevisedSubjects({ definition, subjects, open, toLead }: SubjectsProps) {
  const word = useRevisionWords();
  const names = useLeadNames(subjects.map(({ subject }) => subject));
  return (
    <section className="panel revisions">
      <header>
        <h2 id="revised">
          <Trans>Who makes the difference</Trans>
        </h2>
      </header>
      <div className="table-box" tabIndex={0} role="region" aria-labelledby="revised">
        <table className="group-table revised">
          <thead>
            <tr>
              <th scope="col" className="col-key">
                <Trans>Lead</Trans>
              </th>
              <th scope="col" className="col-key">
                <Trans>Why</Trans>
              </th>
              <th scope="col" className="col-key">
                <Trans>Then</Trans>
              </th>
              <th scope="col" className="col-key">
                <Trans>Now</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {subjects.map(({ subject, reasons, then, now }) => (
              <tr key={subject} {...(open === subject ? { 'aria-current': 'true' as const } : {})}>
                <th scope="row" className="col-key" dir="auto">
                  {names.has(subject) || reasons.includes('merged') ? (
                    <Link to={toLead(subject)}>{names.get(subject) ?? subject}</Link>
                  ) : (
                    subject
                  )}
                </th>
                <td className="col-key">{reasons.map(word).join(', ')}</td>
                <td className="col-key">
                  <Added definition={definition} rows={then} />
                </td>
                <td className="col-key">
                  <Added definition={definition} rows={now} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Rows of one lead in words: first answer 4m; not counted: bounced. */
function Added({ definition, rows }: { definition: Definition; rows: readonly Row[] }) {
  const format = useKpiFormats();
  const answers = useAnswerWords();
  const what = useRowWords();
  if (rows.length === 0)
    return (
      <span className="t3">
        <Trans>not in it</Trans>
      </span>
    );
  return rows.map((row) => {
    const measure = rowMeasure(row, definition.unit);
    const value = row.value === null || measure === null ? '' : format.value(row.value, measure);
    return (
      <span key={`${row.of} ${row.kind} ${row.n}`} className="added">
        {what(row)} {value}
        {row.excluded !== null && (
          <span className="t3">
            {' '}
            (<Trans>does not count</Trans>: {answers.reason(row.excluded)})
          </span>
        )}
      </span>
    );
  });
}
