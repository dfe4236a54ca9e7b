import type { BoardTile } from '@leadclock/live-protocol/board.js';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Definition } from '../kpis/answers.js';
import { Choice } from '../kpis/choice.js';
import { useQuestionWords } from '../kpis/question-words.js';
import { useKpiFormats } from '../kpis/use-kpi-formats.js';
import { buckets } from '../kpis/view.js';
import { TargetFields } from './target-fields.js';
import { inForm, tileForms } from './tile-question.js';

interface FieldsProps {
  readonly tile: BoardTile;
  readonly definition: Definition;
  readonly onChange: (change: Partial<BoardTile>) => void;
}

const comparisons = ['before', 'weekday', 'last_year'] as const;
const widths = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const minimums = [0, 3, 5, 10, 20, 30, 50, 100];

/** The form of a tile, its width, and what belongs to that form alone. */
export function FormFields({ tile, definition, onChange }: FieldsProps) {
  const { t } = useLingui();
  const words = useQuestionWords();
  const format = useKpiFormats();
  const forms = { number: t`number`, table: t`table`, trend: t`trend`, leaderboard: t`leaderboard` } as const;
  const steps = { hour: t`hour`, day: t`day`, week: t`week`, month: t`month` } as const;
  return (
    <>
      <Choice
        label={t`Shown as`}
        value={tile.form}
        choices={tileForms.map((value) => ({ value, label: forms[value] }))}
        onChoose={(value) => {
          const form = tileForms.find((one) => one === value);
          if (form !== undefined) onChange(inForm(tile, form, definition));
        }}
      />
      <Choice
        label={t`Columns of twelve`}
        value={String(tile.width)}
        choices={widths.map((width) => ({ value: String(width), label: format.number(width) }))}
        onChoose={(width) => onChange({ width: Number(width) })}
      />
      {tile.form === 'trend' && (
        <Choice
          label={words.field('bucket', false)}
          value={tile.bucket ?? ''}
          choices={buckets.map((value) => ({ value, label: steps[value] }))}
          onChoose={(value) => onChange({ bucket: buckets.find((one) => one === value) ?? null })}
        />
      )}
      {tile.form !== 'trend' && (
        <Choice
          label={t`Compared with`}
          value={tile.compare ?? ''}
          choices={[
            { value: '', label: t({ message: 'nothing', context: 'compared with' }) },
            { value: 'before', label: t`one period before` },
            { value: 'weekday', label: t`same weekday, mean of 4 weeks` },
            { value: 'last_year', label: t`a year before` },
          ]}
          onChoose={(value) => onChange({ compare: comparisons.find((one) => one === value) ?? null })}
        />
      )}
      <TargetFields tile={tile} onChange={onChange} />
      {tile.form === 'leaderboard' && (
        <>
          <Choice
            label={t`Ranked from n =`}
            value={String(tile.minimum)}
            choices={minimums.map((least) => ({ value: String(least), label: format.number(least) }))}
            onChoose={(least) => onChange({ minimum: Number(least) })}
          />
          {(tile.params['by'] ?? '').split(',').includes('rep') && (
            <label className="tick">
              <input type="checkbox" checked={tile.teams} onChange={(event) => onChange({ teams: event.target.checked })} />
              <Trans>Teams instead of people</Trans>
            </label>
          )}
        </>
      )}
    </>
  );
}
