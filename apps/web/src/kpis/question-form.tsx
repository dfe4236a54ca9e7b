import { Trans, useLingui } from '@lingui/react/macro';
import { useLink, useZone } from '../console/use-console.js';
import type { AskError } from '../team/ask.js';
import { addDays, dayIn } from '../team/days.js';
import type { Answer, Definition } from './answers.js';
import { Choice } from './choice.js';
import { FieldProblem } from './field-problem.js';
import { FilterMenu } from './filter-menu.js';
import { keysOf } from './parts.js';
import { type Question, STOCK_WINDOW } from './question.js';
import { useQuestionWords } from './question-words.js';
import { refusedOf } from './refusal.js';
import { TimeField } from './time-field.js';
import type { Change } from './use-question.js';
import { windowNames } from './window-words.js';

interface FormProps {
  readonly definition: Definition;
  readonly question: Question;
  /** the answer without groups: what it is keyed by all the same cannot be chosen */
  readonly total: Answer | null;
  /** what the server says against the question */
  readonly refused: AskError | null;
  /** what was known at an instant can be asked; left out: it can */
  readonly lookback?: boolean;
  readonly onAsk: (change: Change<Question>) => void;
}

const BETWEEN = 'between';

/** The question as a form: each change asks at once. */
export function QuestionForm({ definition, question, total, refused: error, lookback = true, onAsk }: FormProps) {
  const { t } = useLingui();
  const words = useQuestionWords();
  const refused = error === null ? null : refusedOf(error, definition, question);
  const problemAt = (field: string, given: string): React.ReactNode =>
    refused === null || refused.field !== field ? null : (
      <FieldProblem
        refused={refused}
        name={words.field(field, field in definition.parameters)}
        given={given}
        onLeaveOut={() => onAsk(refused.wayOut)}
      />
    );
  const dimensions = definition.dimensions.filter((dimension) => !keysOf(total?.groups ?? []).includes(dimension));
  const fields = ['window', 'from', 'to', 'as_of', 'known_at', 'by', ...Object.keys(definition.parameters)];
  return (
    <form className="question" aria-label={t`Question`} onSubmit={(event) => event.preventDefault()}>
      <div className="question-row">
        <Period stock={definition.shape === 'stock'} question={question} problemAt={problemAt} onAsk={onAsk} />
        <Slices
          most={definition.max_by}
          dimensions={dimensions}
          question={question}
          problem={problemAt('by', question.by.join(', '))}
          onAsk={onAsk}
        />
        {Object.entries(definition.parameters).map(([name, { values, default: usual }]) => {
          const { [name]: given = usual, ...others } = question.params;
          return (
            <Choice
              key={name}
              label={words.parameter(name)}
              value={given}
              choices={values.map((value) => ({ value, label: words.choice(name, value) }))}
              problem={problemAt(name, given)}
              onChoose={(value) => onAsk({ params: value === usual ? others : { ...others, [name]: value } })}
            />
          );
        })}
      </div>
      <div className="question-row" role="group" aria-label={t`Filters`}>
        <span className="row-label" aria-hidden="true">
          <Trans>Only</Trans>
        </span>
        {definition.dimensions.map((dimension) => (
          <FilterMenu
            key={dimension}
            dimension={dimension}
            question={question}
            onChoose={(values) => onAsk({ filters: { ...question.filters, [dimension]: values } })}
          />
        ))}
      </div>
      <details className="question-times" open={question.asOf !== null || question.knownAt !== null || undefined}>
        <summary>
          <Trans>Look back in time</Trans>
        </summary>
        <div className="question-row">
          <TimeField
            label={words.field('as_of', false)}
            value={question.asOf}
            problem={problemAt('as_of', question.asOf ?? '')}
            onChoose={(asOf) => onAsk({ asOf })}
          />
          {(lookback || question.knownAt !== null) && (
            <TimeField
              label={words.field('known_at', false)}
              value={question.knownAt}
              problem={problemAt('known_at', question.knownAt ?? '')}
              onChoose={(knownAt) => onAsk({ knownAt })}
            />
          )}
          {lookback && (
            <p className="cap t2">
              <Trans>The first: what was true then, by all that is known today. The second: what we would have said then.</Trans>
            </p>
          )}
        </div>
      </details>
      {refused !== null && !fields.includes(refused.field) && problemAt(refused.field, refused.field)}
      {error !== null && refused === null && <p className="field-problem">{error.problem}</p>}
    </form>
  );
}

interface PartProps {
  readonly question: Question;
  readonly onAsk: FormProps['onAsk'];
}

/** A window by its name, or from and until. A stock has none: there it is the stretch that its trend shows. */
function Period({
  stock,
  question,
  problemAt,
  onAsk,
}: PartProps & { stock: boolean; problemAt: (field: string, given: string) => React.ReactNode }) {
  const { t } = useLingui();
  const words = useQuestionWords();
  const zone = useZone();
  const now = useLink((view) => Math.floor(view.now / 60_000) * 60_000);
  const { window, from, to } = question;
  const between = from !== null || to !== null;
  const usual = stock ? STOCK_WINDOW : '';
  const choices = [
    ...(stock ? [] : [{ value: '', label: t`all time` }]),
    ...windowNames.map((value) => ({ value, label: words.window(value) })),
    { value: BETWEEN, label: t`between …` },
  ];
  const choose = (value: string): void => {
    if (value === BETWEEN) onAsk({ window: null, from: addDays(dayIn(zone, now), -6), to: null });
    else onAsk({ window: value === usual ? null : value, from: null, to: null });
  };
  return (
    <>
      <Choice
        label={stock ? t`Trend over` : words.field('window', false)}
        value={window ?? (between ? BETWEEN : usual)}
        choices={choices}
        problem={problemAt('window', window ?? '')}
        onChoose={choose}
      />
      {between && (
        <>
          <TimeField
            days
            label={words.field('from', false)}
            value={from}
            problem={problemAt('from', from ?? '')}
            onChoose={(value) => onAsk({ from: value, ...(value === null ? { to: null } : {}) })}
          />
          <TimeField
            days
            label={words.field('to', false)}
            value={to}
            problem={problemAt('to', to ?? '')}
            onChoose={(value) => onAsk({ to: value })}
          />
        </>
      )}
    </>
  );
}

/** What to slice by: as many choices as the KPI takes, each once there is one before it. */
function Slices({
  most,
  dimensions,
  question: { by },
  problem,
  onAsk,
}: PartProps & { most: number; dimensions: readonly string[]; problem: React.ReactNode }) {
  const { t } = useLingui();
  const words = useQuestionWords();
  const places = [...by, ...(by.length < most ? [''] : [])];
  return places.map((chosen, place) => (
    <Choice
      key={place}
      label={place === 0 ? words.field('by', false) : t`and by`}
      value={chosen}
      choices={[
        { value: '', label: t({ message: 'nothing', context: 'to group by' }) },
        ...dimensions.filter((one) => one === chosen || !by.includes(one)).map((value) => ({ value, label: words.dimension(value) })),
      ]}
      problem={place === 0 ? problem : null}
      onChoose={(value) => onAsk({ by: [...by.slice(0, place), ...(value === '' ? [] : [value]), ...by.slice(place + 1)] })}
    />
  ));
}
