import { Plural, Trans } from '@lingui/react/macro';
import type { To } from 'react-router';
import { AskError } from '../team/ask.js';
import type { Definition } from './answers.js';
import { isRefused } from './is-refused.js';
import { Problem } from './problem.js';
import type { Question } from './question.js';
import { RevisedGroups } from './revised-groups.js';
import { RevisedSubjects } from './revised-subjects.js';
import { useRevisionWords } from './revision-words.js';
import { type Revisions, useRevisions } from './revisions.js';
import { useKpiFormats } from './use-kpi-formats.js';
import { useSlow } from './use-numbers.js';
import type { Change } from './use-question.js';
import type { View } from './view.js';

interface PanelProps {
  readonly definition: Definition;
  readonly question: Question;
  readonly view: View;
  readonly toView: (change: Change<View>) => To;
}

/** Of a period that has ended: what was said at its end, what is said now, and which leads make the difference, and why. */
export function RevisionsPanel(props: PanelProps) {
  // a window by its name runs up to the instant asked about: until now nothing can have changed since
  const { to, asOf } = props.question;
  return to === null && asOf === null ? <Refused parameter="to" problem="" /> : <Ended {...props} />;
}

function Ended({ definition, question, view, toView }: PanelProps) {
  const answer = useRevisions(question);
  const { data, error } = answer;
  const slow = useSlow(data === undefined && answer.isFetching);
  const refused = error instanceof AskError && isRefused(error) ? error : null;
  const [first] = data?.pages ?? [];
  if (refused !== null) return <Refused parameter={refused.refusal?.parameter ?? ''} problem={refused.problem} />;
  return (
    <>
      {error !== null && <Problem error={error} since={answer.errorUpdatedAt} onAgain={() => void answer.refetch()} />}
      {slow && (
        <p className="empty" role="status">
          <Trans>Still counting. Long periods take a while.</Trans>
        </p>
      )}
      {first === undefined && error === null && <i className="bone bone-section" aria-busy="true" />}
      {first !== undefined && (
        <>
          <section className="panel revisions">
            <Reasons first={first} />
            <RevisedGroups definition={definition} changes={first.changes} />
          </section>
          {first.changed.subjects > 0 && (
            <RevisedSubjects
              definition={definition}
              subjects={data?.pages.flatMap(({ subjects }) => subjects) ?? []}
              open={view.lead}
              toLead={(lead) => toView({ lead })}
            />
          )}
          {answer.hasNextPage && (
            <button type="button" className="btn more" disabled={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
              <Trans>Show more</Trans>
            </button>
          )}
        </>
      )}
    </>
  );
}

/** Why there is nothing to look back to. */
const Refused = ({ parameter, problem }: { parameter: string; problem: string }) => (
  <p className="panel empty" role="status">
    {parameter === 'to' || parameter === 'as_of' ? (
      <Trans>This period has not ended yet. Choose one that has: between two days, for example.</Trans>
    ) : parameter === 'known_at' ? (
      <Trans>What was known at the end of the period is compared with today: leave out “As we knew it at”.</Trans>
    ) : (
      <bdi>{problem}</bdi>
    )}
  </p>
);

/** When it was said first, of how many leads something else is said today, and why. */
function Reasons({ first: { ended, changed } }: { first: Revisions }) {
  const format = useKpiFormats();
  const word = useRevisionWords();
  const at = format.exact(ended);
  return (
    <>
      <header>
        <h2>
          {changed.subjects === 0 ? (
            <Trans>Nothing has changed since.</Trans>
          ) : (
            <Plural value={changed.subjects} one="# lead has changed since" other="# leads have changed since" />
          )}
        </h2>
      </header>
      <p className="revision-why">
        <span className="t2">
          <Trans>The period ended {at}.</Trans>
        </span>
        {Object.entries(changed.by).map(([reason, count]) => (
          <span key={reason} className="tag tag-plain">
            {word(reason)}: {format.number(count)}
          </span>
        ))}
      </p>
    </>
  );
}
