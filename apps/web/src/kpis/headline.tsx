import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, type To } from 'react-router';
import { useAnswerWords } from './answer-words.js';
import type { Answer, Definition, Group } from './answers.js';
import { ComparedWith } from './compared.js';
import { Excluded } from './excluded.js';
import { ExplainedParts } from './explained-parts.js';
import { isSmall } from './group-order.js';
import { currencyOf, measureOf, partsIn } from './parts.js';
import type { Question } from './question.js';
import { useExplained } from './use-background.js';
import { useKpiFormats } from './use-kpi-formats.js';
import { useLeadNames } from './use-lead-names.js';
import { useMemberWords } from './use-member-words.js';
import { isMoving } from './use-numbers.js';
import type { Change } from './use-question.js';
import type { View } from './view.js';

interface HeadlineProps {
  readonly definition: Definition;
  readonly question: Question;
  /** without groups; null: not there yet */
  readonly answer: Answer | null;
  /** what the answer is keyed by all the same: then it has no number of its own */
  readonly series: readonly string[];
  readonly toView: (change: Change<View>) => To;
}

/** Longer numbers are written smaller, on one line. */
const LONG = 11;

/** The number itself, of how many rows, with its parts and what is not in it. Money that cannot be added stands below, by itself. */
export function Headline({ definition, question, answer, series, toView }: HeadlineProps) {
  const { t } = useLingui();
  const explained = useExplained(question);
  const [main, ...apart] = answer?.groups ?? [];
  return (
    <section className="panel headline" aria-label={t`The number`}>
      {answer === null || main === undefined ? (
        <i className="bone bone-figure" aria-hidden="true" />
      ) : (
        <>
          {series.length === 0 ? <Figure definition={definition} group={main} /> : <Whole definition={definition} groups={answer.groups} />}
          {typeof main['lead'] === 'string' && <Named lead={main['lead']} toView={toView} />}
          {series.length === 0 && apart.map((group) => <Apart key={currencyOf(group)} definition={definition} group={group} />)}
          {explained?.groups[0] !== undefined && series.length === 0 && main['median'] === undefined && definition.unit !== 's' && (
            <p className="filled">{explained.groups[0].filled}</p>
          )}
          {series.length === 0 && <ComparedWith definition={definition} question={question} group={main} />}
          {explained !== null && <ExplainedParts parts={explained.parts} question={question} />}
          <Excluded
            excluded={main.excluded}
            explained={explained}
            toRows={(reason) => toView({ tab: 'rows', excluded: reason, group: null })}
          />
          <Times question={question} answer={answer} />
        </>
      )}
    </section>
  );
}

function Figure({ definition, group }: { definition: Definition; group: Group }) {
  const format = useKpiFormats();
  const words = useAnswerWords();
  const currency = currencyOf(group);
  const small = isSmall(group);
  const text = (part: string, value: unknown): string =>
    format.value(typeof value === 'number' ? value : null, measureOf(part, definition, currency));
  const { low, high } = group;
  const n = format.number(group.n);
  const shown = format.value(group.value, { unit: definition.unit, currency });
  return (
    <>
      <p className={small ? 'figure-line is-small' : 'figure-line'}>
        <b className={shown.length > LONG ? 'long' : undefined}>{shown}</b>
        <span>
          {group['median'] !== undefined && `${words.part('median')} · `}
          {group.n !== group.value && `n = ${n}`}
        </span>
      </p>
      {typeof low === 'number' && typeof high === 'number' && (
        <p className="t2">
          <Between low={text('low', low)} high={text('high', high)} />
        </p>
      )}
      {small && group.n > 0 && (
        <p className="t2">
          <Trans>Fewer than ten: too few to judge by.</Trans>
        </p>
      )}
      {group.n === 0 && (
        <p className="t2">
          <Trans>Nothing to count yet in this period.</Trans>
        </p>
      )}
      <dl className="parts">
        {partsIn([group]).map((part) => (
          <div key={part}>
            <dt>{words.part(part, definition.section)}</dt>
            <dd>{text(part, group[part])}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const Between = ({ low, high }: { low: string; high: string }) => (
  <Trans>
    With 95 % confidence between {low} and {high}.
  </Trans>
);

/** The lead that the number is of: the one that waits longest. */
function Named({ lead, toView }: { lead: string; toView: HeadlineProps['toView'] }) {
  const name = useLeadNames([lead]).get(lead);
  // it is being asked for: an id is no word for people
  if (name === undefined) return null;
  return (
    <p>
      <Trans>Lead</Trans>: <Link to={toView({ lead })}>{name}</Link>
    </p>
  );
}

/** Of a series: how many there are in all where its members are shares of that, else its first member. */
function Whole({ definition, groups }: { definition: Definition; groups: readonly Group[] }) {
  const format = useKpiFormats();
  const member = useMemberWords();
  const [first] = groups;
  if (first === undefined) return null;
  const ofAll = first['share'] !== undefined;
  const name = Object.entries(first.key).map(([dimension, value]) => member(dimension, value));
  return (
    <p className="figure-line">
      <b>{ofAll ? format.number(first.n) : format.value(first.value, { unit: definition.unit, currency: currencyOf(first) })}</b>
      <span>{ofAll ? <Plural value={first.n} one="lead" other="leads" /> : name.join(', ')}</span>
    </p>
  );
}

/** Money that cannot be added to the rest. */
export function Apart({ definition, group }: { definition: Pick<Definition, 'unit'>; group: Group }) {
  const format = useKpiFormats();
  const amount = format.value(group.value, { unit: definition.unit, currency: currencyOf(group) });
  const n = format.number(group.n);
  return (
    <p className="t2">
      <Trans>
        and {amount} (n = {n}), without an exchange rate
      </Trans>
    </p>
  );
}

/** Of which stretch of time, and as of when. */
function Times({ question, answer: { as_of: asked, from, to } }: { question: Question; answer: Answer }) {
  const format = useKpiFormats();
  const [at, start, end] = [format.exact(asked), from === null ? '' : format.moment(from), to === null ? '' : format.moment(to)];
  const { zone } = format;
  return (
    <p className="cap t2 times">
      {from !== null && to !== null && (
        <span>
          {start} – {end}
        </span>
      )}
      <span>
        {isMoving(question) ? (
          <Trans>
            as of {at}, {zone}
          </Trans>
        ) : (
          <b>
            <Trans>
              as of {at}, {zone}: a look back
            </Trans>
          </b>
        )}
      </span>
    </p>
  );
}
