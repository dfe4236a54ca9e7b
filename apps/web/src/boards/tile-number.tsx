import type { AnswerGroup, TileFigures } from '@leadclock/live-protocol/board-state.js';
import { Trans } from '@lingui/react/macro';
import { useAnswerWords } from '../kpis/answer-words.js';
import type { Definition } from '../kpis/answers.js';
import { isSmall } from '../kpis/group-order.js';
import { Apart } from '../kpis/headline.js';
import { currencyOf } from '../kpis/parts.js';
import { useKpiFormats } from '../kpis/use-kpi-formats.js';
import { TileBeside } from './tile-beside.js';

interface NumberProps {
  readonly definition: Definition;
  readonly groups: readonly AnswerGroup[];
  readonly answer: Pick<TileFigures, 'compared' | 'goals'>;
}

/** One number, of how many, how it has changed and stands against its target; money that cannot be added stands below it. */
export function TileNumber({ definition, groups, answer }: NumberProps) {
  const format = useKpiFormats();
  const words = useAnswerWords();
  const [main, ...apart] = groups;
  if (main === undefined) return null;
  const small = isSmall(main);
  const n = format.number(main.n);
  const isCount = main.n === main.value && currencyOf(main) === null;
  const of = [main['median'] === undefined ? '' : words.part('median'), isCount ? '' : `n = ${n}`];
  return (
    <>
      <p className={small ? 'figure-line is-small' : 'figure-line'}>
        <b>{format.value(main.value, { unit: definition.unit, currency: currencyOf(main) })}</b>
        <span>{of.filter((part) => part !== '').join(' · ')}</span>
      </p>
      {small && main.n > 0 && (
        <p className="cap t2">
          <Trans>Fewer than ten: too few to judge by.</Trans>
        </p>
      )}
      {main.value === null && (
        <p className="cap t2">
          <Trans>Nothing to count yet in this period.</Trans>
        </p>
      )}
      <TileBeside definition={definition} group={main} answer={answer} />
      {apart.map((group) => (
        <Apart key={currencyOf(group)} definition={definition} group={group} />
      ))}
    </>
  );
}
