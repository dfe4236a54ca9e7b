import type { BoardTile, KeptBoard } from '@leadclock/live-protocol/board.js';
import type { TileProblem as Refusal } from '@leadclock/live-protocol/board-state.js';
import { Trans } from '@lingui/react/macro';
import type { Definition } from '../kpis/answers.js';
import { FieldProblem } from '../kpis/field-problem.js';
import type { Question } from '../kpis/question.js';
import { useQuestionWords } from '../kpis/question-words.js';
import { refusedOf } from '../kpis/refusal.js';
import { AskError } from '../team/ask.js';
import { Shape } from '../team/icons.js';
import { changedTile } from './board-edit.js';
import { beginDraft, changeDraft, openTile } from './draft-store.js';
import { paramsOf, questionOf } from './tile-question.js';

interface ProblemProps {
  readonly tile: BoardTile;
  readonly definition: Definition | undefined;
  readonly isKnown: boolean;
  readonly answer: Refusal;
  /** the board, where it is looked at: mending begins to change it; null: it is being changed already */
  readonly kept: KeptBoard | null;
}

/** Why a tile cannot be answered, in its place, and the step that mends it: what the step changes is not saved yet. */
export function TileProblem({ tile, definition, isKnown, answer, kept }: ProblemProps) {
  const words = useQuestionWords();
  const { problem, parameter, allowed } = answer;
  const question = questionOf(tile, definition);
  const mend = (change: Partial<BoardTile>): void => {
    if (kept === null) changeDraft((board) => changedTile(board, tile.id, change));
    else beginDraft(kept, (board) => changedTile(board, tile.id, change));
    openTile(tile.id);
  };
  const isUngrouped = tile.form === 'leaderboard' && parameter === 'by' && question.by.length === 0;
  const refused =
    definition === undefined || isUngrouped || parameter === 'bucket'
      ? null
      : refusedOf(new AskError(400, problem, { parameter, allowed }), definition, question);
  const given = (name: string): string => tile.params[name] ?? name;
  const wayOut = (change: Partial<Question>) => mend({ params: paramsOf({ ...question, ...change }) });
  if (refused !== null)
    return (
      <FieldProblem
        refused={refused}
        name={words.field(refused.field, definition !== undefined && refused.field in definition.parameters)}
        given={given(refused.field)}
        onLeaveOut={() => wayOut(refused.wayOut)}
      />
    );
  const name = tile.kpi;
  return (
    <p className="field-problem" role="alert">
      <Shape of="late" />
      <span>
        {isKnown && definition === undefined ? (
          <Trans>There is no number called “{name}” any more: choose another, or remove this tile.</Trans>
        ) : isUngrouped ? (
          <Trans>A leaderboard ranks groups: choose what to group by.</Trans>
        ) : parameter === 'bucket' && tile.bucket === null ? (
          <Trans>A trend goes by hour, day, week or month: choose one.</Trans>
        ) : parameter === 'bucket' ? (
          <Trans>More than a thousand points: choose a larger step.</Trans>
        ) : (
          <bdi>{problem}</bdi>
        )}{' '}
        <button type="button" className="as-link" onClick={() => mend({})}>
          <Trans>Change this tile</Trans>
        </button>
      </span>
    </p>
  );
}
