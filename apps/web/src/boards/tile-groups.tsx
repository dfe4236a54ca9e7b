import type { TileFigures } from '@leadclock/live-protocol/board-state.js';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Definition } from '../kpis/answers.js';
import { mostOf, type RankedGroup } from '../kpis/group-order.js';
import { currencyOf, lineKey, mainCurrency } from '../kpis/parts.js';
import { PlaceHead } from '../kpis/place-head.js';
import { useQuestionWords } from '../kpis/question-words.js';
import { useKpiFormats } from '../kpis/use-kpi-formats.js';
import { useMemberWords } from '../kpis/use-member-words.js';
import { LineBeside } from './tile-beside.js';

interface GroupsProps {
  readonly definition: Definition;
  readonly keys: readonly string[];
  readonly lines: readonly RankedGroup[];
  /** groups of fewer are not ranked; 0: no such rule */
  readonly minimum: number;
  /** places are shown */
  readonly isRanked: boolean;
  readonly answer: Pick<TileFigures, 'compared' | 'goals'>;
}

/** A tile holds so many lines; the page of the number has all. */
const MOST_LINES = 8;

/** The groups of an answer, the first of them, and of how many each is. */
export function TileGroups({ definition, keys, lines, minimum, isRanked, answer }: GroupsProps) {
  const { t } = useLingui();
  const words = useQuestionWords();
  const shown = lines.slice(0, MOST_LINES);
  const more = lines.length - shown.length;
  const most = mostOf(lines);
  const currency = mainCurrency(lines.map(({ group }) => group));
  return (
    <>
      <table className="group-table tile-groups">
        <thead>
          <tr>
            {isRanked && <PlaceHead />}
            {keys.map((key) => (
              <th key={key} scope="col" className="col-key">
                {words.dimension(key)}
              </th>
            ))}
            <th scope="col">{t({ message: 'Value', context: 'a column' })}</th>
            <th scope="col">n</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <Line
              key={lineKey(keys, line.group)}
              line={line}
              definition={definition}
              keys={keys}
              most={most}
              currency={currency}
              isRanked={isRanked}
              answer={answer}
            />
          ))}
        </tbody>
      </table>
      <p className="cap t2 tile-foot">
        {more > 0 && (
          <span>
            <Plural value={more} one="and # more" other="and # more" />
          </span>
        )}
        {minimum > 0 && (
          <span>
            <Trans>Ranked from n = {minimum} on.</Trans>
          </span>
        )}
      </p>
    </>
  );
}

interface LineProps {
  readonly line: RankedGroup;
  readonly definition: Definition;
  readonly keys: readonly string[];
  readonly most: number;
  /** what money is in where a group names no currency */
  readonly currency: string | null;
  readonly isRanked: boolean;
  readonly answer: GroupsProps['answer'];
}

function Line({ line: { group, small, apart, rank, tied }, definition, keys, most, currency, isRanked, answer }: LineProps) {
  const format = useKpiFormats();
  const member = useMemberWords();
  const bar = !apart && most > 0 && group.value !== null && group.value > 0 ? group.value / most : 0;
  const place = rank === null ? '' : format.number(rank);
  return (
    <tr className={group.n === 0 ? 'is-empty' : small ? 'is-small' : undefined}>
      {isRanked && (
        <td className="col-rank">
          {place}
          {tied && (
            <>
              <span aria-hidden="true">=</span>
              <span className="vh">
                <Trans>shared</Trans>
              </span>
            </>
          )}
          {rank === null && (
            <span className="vh">
              <Trans>not ranked</Trans>
            </span>
          )}
        </td>
      )}
      {keys.map((key) => (
        <td key={key} className="col-key" dir="auto">
          {member(key, group.key[key] ?? null)}
        </td>
      ))}
      <td className="col-value">
        <i className="cell-bar" style={{ inlineSize: `${Math.round(bar * 100)}%` }} aria-hidden="true" />
        <b>{format.value(group.value, { unit: definition.unit, currency: currencyOf(group) ?? currency })}</b>
        <LineBeside definition={definition} group={group} answer={answer} />
      </td>
      <td>{format.number(group.n)}</td>
    </tr>
  );
}
