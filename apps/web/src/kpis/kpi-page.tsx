import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { PutOnBoard } from '../boards/put-on-board.js';
import { AskError } from '../team/ask.js';
import { AnswerPanels } from './answer-panels.js';
import type { Definition } from './answers.js';
import { BackLink } from './back-link.js';
import { isRefused } from './is-refused.js';
import { LeadPanel } from './lead-panel.js';
import { Problem } from './problem.js';
import { QuestionForm } from './question-form.js';
import { RevisionsPanel } from './revisions-panel.js';
import { RowsPanel } from './rows-panel.js';
import { useAnswer, useCatalogue } from './use-numbers.js';
import { useQuestion } from './use-question.js';
import { Words } from './words.js';

/** One number: what it is, the question, the answer, and the rows behind it. All of it stands in the address. */
export function KpiPage() {
  const { kpi = '' } = useParams();
  const { data, error, errorUpdatedAt, refetch } = useCatalogue();
  const definition = data?.find(({ name }) => name === kpi);
  return (
    <main className="kpi-page">
      <BackLink />
      {error !== null && data === undefined && <Problem error={error} since={errorUpdatedAt} onAgain={() => void refetch()} />}
      {data === undefined && error === null && <i className="bone bone-section" aria-busy="true" />}
      {data !== undefined && (definition === undefined ? <Unknown kpi={kpi} kpis={data} /> : <Known definition={definition} />)}
    </main>
  );
}

/** An address of a number that there is not: those whose names have a word in common are offered. */
function Unknown({ kpi, kpis }: { kpi: string; kpis: readonly Definition[] }) {
  const words = kpi
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2);
  const near = kpis.filter(({ name }) => words.some((word) => name.includes(word)));
  return (
    <section className="panel unknown">
      <h1>
        <Trans>There is no number called “{kpi}”.</Trans>
      </h1>
      {near.length > 0 && (
        <>
          <p>
            <Trans>These come near:</Trans>
          </p>
          <ul>
            {near.map(({ name, title }) => (
              <li key={name}>
                <Link to={`/kpis/${name}`}>{title}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Known({ definition }: { definition: Definition }) {
  const { t } = useLingui();
  const asked = useQuestion(definition);
  const { question, view, ask, look, toView } = asked;
  const answer = useAnswer(question);
  const refused = answer.error instanceof AskError && isRefused(answer.error) ? answer.error : null;
  const all = useAnswer({ ...question, by: [] }, refused === null);
  const total = question.by.length === 0 ? answer.data : all.data;
  useEffect(() => {
    document.title = `${definition.title} · Leadclock`;
  }, [definition.title]);
  return (
    <>
      <Words definition={definition} />
      <QuestionForm definition={definition} question={question} total={total ?? null} refused={refused} onAsk={ask} />
      {refused === null && <PutOnBoard question={question} />}
      <nav className="sides kpi-tabs" aria-label={t`What to look at`}>
        <Link to={toView({ tab: 'answer', lead: null })} aria-current={view.tab === 'answer' ? 'page' : undefined}>
          <Trans>Answer</Trans>
        </Link>
        <Link to={toView({ tab: 'rows', lead: null })} aria-current={view.tab === 'rows' ? 'page' : undefined}>
          <Trans>Rows behind it</Trans>
        </Link>
        <Link to={toView({ tab: 'revisions', lead: null })} aria-current={view.tab === 'revisions' ? 'page' : undefined}>
          <Trans>Then and now</Trans>
        </Link>
      </nav>
      {answer.error !== null && refused === null && (
        <Problem error={answer.error} since={answer.errorUpdatedAt} onAgain={() => void answer.refetch()} />
      )}
      {refused === null && view.tab === 'answer' && (
        <AnswerPanels
          definition={definition}
          question={question}
          view={view}
          answer={answer}
          total={total ?? null}
          look={look}
          toView={toView}
        />
      )}
      {refused === null && view.tab === 'rows' && (
        <RowsPanel definition={definition} question={question} view={view} look={look} toView={toView} />
      )}
      {refused === null && view.tab === 'revisions' && (
        <RevisionsPanel definition={definition} question={question} view={view} toView={toView} />
      )}
      {view.lead !== null && <LeadPanel lead={view.lead} onClose={() => look({ lead: null })} />}
    </>
  );
}
