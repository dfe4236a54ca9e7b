import type { BoardTile } from '@leadclock/live-protocol/board.js';
import { useLingui } from '@lingui/react/macro';
import { Choice } from '../kpis/choice.js';

interface TargetProps {
  readonly tile: BoardTile;
  readonly onChange: (change: Partial<BoardTile>) => void;
}

/** What a tile is held against: nothing, the target that is set, or a number of the board's own, in the unit of the KPI. */
export function TargetFields({ tile: { target }, onChange }: TargetProps) {
  const { t } = useLingui();
  const own = typeof target === 'number';
  return (
    <>
      <Choice
        label={t({ message: 'Target', context: 'of a tile' })}
        value={own ? 'own' : (target ?? '')}
        choices={[
          { value: '', label: t({ message: 'none', context: 'a target' }) },
          { value: 'set', label: t`the one that is set` },
          { value: 'own', label: t`one of this tile` },
        ]}
        onChoose={(value) => onChange({ target: value === 'set' ? 'set' : value === 'own' ? 0 : null })}
      />
      {own && (
        <input
          className="text-field"
          type="number"
          step="any"
          aria-label={t`Target of this tile`}
          title={t`In the number’s own unit: seconds, money, a share from 0 to 1`}
          defaultValue={target}
          onChange={(event) => {
            if (Number.isFinite(event.target.valueAsNumber)) onChange({ target: event.target.valueAsNumber });
          }}
        />
      )}
    </>
  );
}
