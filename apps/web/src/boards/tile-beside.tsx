import type { AnswerGroup, TileFigures } from '@leadclock/live-protocol/board-state.js';
import type { Definition } from '../kpis/answers.js';
import { currencyOf } from '../kpis/parts.js';
import { useKpiFormats } from '../kpis/use-kpi-formats.js';
import { useBesideWords, withArrow } from './beside-words.js';

interface BesideProps {
  readonly definition: Definition;
  readonly group: AnswerGroup;
  readonly answer: Pick<TileFigures, 'compared' | 'goals'>;
}

const isOf = (group: AnswerGroup) => (other: { readonly key: AnswerGroup['key']; readonly currency?: string | undefined }) =>
  JSON.stringify([other.key, other.currency ?? null]) === JSON.stringify([group.key, currencyOf(group)]);

/** How the number of a tile has changed, and how it stands against its target. */
export function TileBeside({ definition, group, answer: { compared, goals } }: BesideProps) {
  const format = useKpiFormats();
  const words = useBesideWords(format.value);
  const measure = { unit: definition.unit, currency: currencyOf(group) };
  const change = compared?.changes.find(isOf(group));
  const goal = goals?.find(({ key }) => isOf({ ...group, currency: undefined })({ key }));
  const told =
    compared === undefined
      ? null
      : compared.reason !== null
        ? words.reason(compared.reason)
        : change === undefined
          ? null
          : withArrow(words.change(compared.with, change, measure, betterOf(definition)));
  return (
    <>
      {told !== null && <p className="tile-beside">{told}</p>}
      {goal !== undefined && (
        <p className="tile-beside">
          {words.goal(goal, measure)}
          {goal.pace !== null && <span className="t2">, {words.pace(goal.pace, measure)}</span>}
        </p>
      )}
      {goal !== undefined && goal.share !== null && (
        <progress className="tile-progress" value={Math.max(0, Math.min(1, goal.share))} aria-label={words.goal(goal, measure)} />
      )}
    </>
  );
}

const betterOf = ({ better }: Definition): 'less' | 'more' | 'neither' => (better === 'less' || better === 'more' ? better : 'neither');

/** The same for one line of a table, as short as it can be told. */
export function LineBeside({ definition, group, answer: { compared, goals } }: BesideProps) {
  const format = useKpiFormats();
  const words = useBesideWords(format.value);
  const measure = { unit: definition.unit, currency: currencyOf(group) };
  const change = compared?.changes.find(isOf(group));
  const goal = goals?.find(({ key }) => isOf({ ...group, currency: undefined })({ key }));
  const told = compared === undefined || change === undefined ? null : words.change(compared.with, change, measure, betterOf(definition));
  return (
    <>
      {told !== null && compared?.reason === null && <span className="line-beside">{withArrow(told)}</span>}
      {goal !== undefined && <span className="line-beside">{words.goal(goal, measure)}</span>}
    </>
  );
}
