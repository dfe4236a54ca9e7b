import { Trans } from '@lingui/react/macro';
import type { UseQueryResult } from '@tanstack/react-query';
import type { To } from 'react-router';
import type { Answer, Definition } from './answers.js';
import { GroupTable } from './group-table.js';
import { Headline } from './headline.js';
import { MilestonesPanel } from './milestones-panel.js';
import { keysOf } from './parts.js';
import type { Question } from './question.js';
import { TrendPanel } from './trend-panel.js';
import { useSlow } from './use-numbers.js';
import type { Change } from './use-question.js';
import type { View } from './view.js';

interface PanelsProps {
  readonly definition: Definition;
  readonly question: Question;
  readonly view: View;
  readonly answer: UseQueryResult<Answer>;
  /** the same question without groups */
  readonly total: Answer | null;
  readonly look: (change: Change<View>) => void;
  readonly toView: (change: Change<View>) => To;
}

/** An answer: the whole, how it moved, and its groups. */
export function AnswerPanels({ definition, question, view, answer, total, look, toView }: PanelsProps) {
  const slow = useSlow(answer.data === undefined && answer.isFetching);
  const groups = answer.data?.groups ?? [];
  const series = keysOf(total?.groups ?? []);
  return (
    <div className="answer" aria-busy={answer.isFetching && (answer.data === undefined || answer.isPlaceholderData)}>
      {slow && (
        <p className="empty" role="status">
          <Trans>Still counting. Long periods take a while.</Trans>
        </p>
      )}
      <Headline definition={definition} question={question} answer={total} series={series} toView={toView} />
      <TrendPanel
        definition={definition}
        question={question}
        view={view}
        series={series}
        first={total?.groups[0]?.key ?? null}
        look={look}
      />
      <MilestonesPanel definition={definition} question={question} />
      {answer.data !== undefined && keysOf(groups).length > 0 && (
        <GroupTable
          definition={definition}
          groups={groups}
          series={series.length > 0}
          sort={view.sort}
          onSort={(sort) => look({ sort })}
          toRows={(group) => toView({ tab: 'rows', group, lead: null })}
        />
      )}
    </div>
  );
}
