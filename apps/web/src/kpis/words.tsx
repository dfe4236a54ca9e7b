import { Trans } from '@lingui/react/macro';
import { useAnswerWords } from './answer-words.js';
import type { Definition } from './answers.js';
import { useQuestionWords } from './question-words.js';

/** What a number is: title, formula, an example, and under which name programs ask for it. */
export function Words({ definition }: { definition: Definition }) {
  const { unit, dimension: _, ...words } = { ...useAnswerWords(), ...useQuestionWords() };
  const { title, formula, example, name, version } = definition;
  return (
    <header className="kpi-head">
      <p className="cap t2">{words.section(definition.section)}</p>
      <h1>{title}</h1>
      <p className="formula">{formula}</p>
      <dl className="about">
        <div>
          <dt>
            <Trans>Unit</Trans>
          </dt>
          <dd>{unit(definition.unit)}</dd>
        </div>
        <div>
          <dt>
            <Trans>Example</Trans>
          </dt>
          <dd>{example}</dd>
        </div>
        <div>
          <dt>
            <Trans>For programs</Trans>
          </dt>
          <dd>
            <code>{name}</code> <Trans>version {version}</Trans>
          </dd>
        </div>
      </dl>
    </header>
  );
}
