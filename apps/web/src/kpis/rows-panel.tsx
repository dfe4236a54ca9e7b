import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { To } from 'react-router';
import { Icon } from '../team/icons.js';
import { useAnswerWords } from './answer-words.js';
import type { Definition } from './answers.js';
import { CsvButton } from './csv-button.js';
import { Problem } from './problem.js';
import { narrowed, type Question } from './question.js';
import { useQuestionWords } from './question-words.js';
import { RowLine } from './row-line.js';
import { useExplained } from './use-background.js';
import { useKpiFormats } from './use-kpi-formats.js';
import { useLeadNames } from './use-lead-names.js';
import { useMemberWords } from './use-member-words.js';
import { useRows, useSlow } from './use-numbers.js';
import { usePartTitles } from './use-part-titles.js';
import type { Change } from './use-question.js';
import type { View } from './view.js';

interface RowsProps {
  readonly definition: Definition;
  readonly question: Question;
  readonly view: View;
  readonly look: (change: Change<View>) => void;
  readonly toView: (change: Change<View>) => To;
}

const others: readonly string[] = ['spend', 'subscription', 'survey', 'goal', 'forecast'];

/** The rows that a number is made of, the excluded ones too; each leads to its lead. */
export function RowsPanel({ definition, question, view, look, toView }: RowsProps) {
  const { t } = useLingui();
  const format = useKpiFormats();
  const asked = view.group === null ? question : narrowed(question, view.group, definition.dimensions);
  const answer = useRows(asked, view.excluded);
  const { data, error } = answer;
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const names = useLeadNames(rows.map(({ subject }) => subject));
  const slow = useSlow(data === undefined && answer.isFetching);
  const titles = usePartTitles(useExplained(question)?.parts ?? []);
  // targets, surveys and what money is spent on are of no lead
  const ofLeads = rows.some(({ kind }) => !others.includes(kind));
  const [first] = data?.pages ?? [];
  const at = first === undefined ? '' : format.exact(first.as_of);
  return (
    <section className="panel rows">
      <header>
        <h2 id="rows">
          <Trans>Rows</Trans>
        </h2>
        <span className="sub">
          {data !== undefined && (
            <>
              <Plural value={rows.length} one="# row" other="# rows" />
              {answer.hasNextPage && '+'}
            </>
          )}
          {at !== '' && (
            <>
              , <Trans>as of {at}</Trans>
            </>
          )}
        </span>
        <span className="grow" />
        <button type="button" className="btn btn-quiet" onClick={() => void answer.refetch()} disabled={answer.isFetching}>
          <Trans>Read again</Trans>
        </button>
        <CsvButton question={asked} excluded={view.excluded} />
      </header>
      {(view.group !== null || view.excluded !== null) && <Chosen definition={definition} view={view} look={look} />}
      {error !== null && <Problem error={error} since={answer.errorUpdatedAt} onAgain={() => void answer.refetch()} />}
      {slow && (
        <p className="empty" role="status">
          <Trans>Still reading. Long periods take a while.</Trans>
        </p>
      )}
      {data === undefined && error === null && <i className="bone bone-list" aria-hidden="true" />}
      {data !== undefined && rows.length === 0 && (
        <p className="empty">
          <Trans>No row is behind this number.</Trans>
        </p>
      )}
      {rows.length > 0 && (
        <div className="table-box" tabIndex={0} role="region" aria-labelledby="rows">
          <table className="row-table">
            <thead>
              <tr>
                <th scope="col">{ofLeads ? <Trans>Lead</Trans> : <Trans>Record</Trans>}</th>
                <th scope="col">
                  <Trans>When</Trans>
                </th>
                <th scope="col">
                  <Trans>What</Trans>
                </th>
                <th scope="col">
                  <Trans>Rep</Trans>
                </th>
                <th scope="col">
                  <Trans>Source</Trans>
                </th>
                <th scope="col" className="num">
                  {t({ message: 'Value', context: 'a column' })}
                </th>
                <th scope="col">
                  <Trans>Counts</Trans>
                </th>
                <th scope="col">
                  <Trans>Disputes</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <RowLine
                  key={`${row.of} ${row.subject} ${row.kind} ${row.n}`}
                  row={row}
                  definition={definition}
                  part={row.of === definition.name ? null : (titles.get(row.of) ?? null)}
                  name={names.get(row.subject) ?? null}
                  open={view.lead === row.subject}
                  to={toView({ lead: row.subject })}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {answer.hasNextPage && (
        <button type="button" className="btn more" disabled={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
          <Trans>Show more</Trans>
        </button>
      )}
    </section>
  );
}

/** The group whose rows are shown; what rows cannot be narrowed to is said. */
function Chosen({ definition, view, look }: Pick<RowsProps, 'definition' | 'view' | 'look'>) {
  const { t } = useLingui();
  const words = useQuestionWords();
  const member = useMemberWords();
  const answerWords = useAnswerWords();
  const members = Object.entries(view.group ?? {});
  const loose = members
    .filter(([dimension]) => !definition.dimensions.includes(dimension))
    .map(([dimension]) => words.dimension(dimension));
  const names = loose.join(', ');
  return (
    <p className="chosen">
      {members.map(([dimension, value]) => (
        <span key={dimension} className="tag tag-plain">
          {words.dimension(dimension)}: <b dir="auto">{member(dimension, value)}</b>
        </span>
      ))}
      {view.excluded !== null && (
        <span className="tag tag-plain">
          <Trans>Not in it:</Trans> <b>{answerWords.reason(view.excluded)}</b>
        </span>
      )}
      <button type="button" className="btn btn-quiet" aria-label={t`Show all rows`} onClick={() => look({ group: null, excluded: null })}>
        <Icon of="close" />
      </button>
      {names !== '' && (
        <span className="t2 small">
          <Trans>Rows cannot be narrowed by: {names}. All are listed.</Trans>
        </span>
      )}
    </p>
  );
}
