import { useLingui } from '@lingui/react/macro';
import { AskError } from '../team/ask.js';
import type { Definition } from './answers.js';
import { isRefused } from './is-refused.js';
import { JOURNEY_OF, useJourney } from './journey.js';
import { JourneyGroups } from './journey-groups.js';
import { JourneyWhole } from './journey-whole.js';
import { Place } from './place.js';
import { Problem } from './problem.js';
import { QuestionForm } from './question-form.js';
import { useCatalogue } from './use-numbers.js';
import { useQuestion } from './use-question.js';

/** Where the time between the arrival of leads and the contact with them went, as a whole and by groups. The question stands in the address. */
export function JourneyPage() {
  const { t } = useLingui();
  const { data, error, errorUpdatedAt, refetch } = useCatalogue();
  const definition = data?.find(({ name }) => name === JOURNEY_OF);
  return (
    <Place
      title={t`Where the time went`}
      about={t`From a lead’s arrival to the contact with it, stretch by stretch: what went by in systems, and what with people. The stretches add up to the whole.`}
    >
      {error !== null && data === undefined && <Problem error={error} since={errorUpdatedAt} onAgain={() => void refetch()} />}
      {definition !== undefined && <Asked definition={definition} />}
    </Place>
  );
}

function Asked({ definition }: { definition: Definition }) {
  const { question, ask } = useQuestion(definition);
  const answer = useJourney(question);
  const { data, error } = answer;
  const refused = error instanceof AskError && isRefused(error) ? error : null;
  return (
    <>
      <QuestionForm definition={definition} question={question} total={null} refused={refused} lookback={false} onAsk={ask} />
      {error !== null && refused === null && <Problem error={error} since={answer.errorUpdatedAt} onAgain={() => void answer.refetch()} />}
      {data === undefined && error === null && <i className="bone bone-section" aria-busy="true" />}
      {data !== undefined && data.whole !== null && refused === null && (
        <>
          <JourneyWhole whole={data.whole} asOf={data.asOf} />
          {question.by.length > 0 && data.whole.n > 0 && <JourneyGroups by={question.by} groups={data.groups} whole={data.whole} />}
        </>
      )}
    </>
  );
}
