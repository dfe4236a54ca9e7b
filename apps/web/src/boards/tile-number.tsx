import { Trans } from '@lingui/react/macro';
import { useAnswerWords } from '../kpis/answer-words.js';
import type { Definition, Group } from '../kpis/answers.js';
import { isSmall } from '../kpis/group-order.js';
import { Apart } from '../kpis/headline.js';
import { currencyOf } from '../kpis/parts.js';
import { useKpiFormats } from '../kpis/use-kpi-formats.js';

/** One number, of how many; money that cannot be added stands below it. */
export function TileNumber({ definition, groups }: { definition: Definition; groups: readonly Group[] }) {
  const format = useKpiFormats();
  const words = useAnswerWords();
  const [main, ...apart] = groups;
  if (main === undefined) return null;
  const small = isSmall(main, definition.unit);
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
      {apart.map((group) => (
        <Apart key={currencyOf(group)} definition={definition} group={group} />
      ))}
    </>
  );
}
