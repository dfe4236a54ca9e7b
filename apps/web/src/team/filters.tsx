import { useLingui } from '@lingui/react/macro';
import { useSourceWords } from '../console/source-words.js';
import { hourChoices, periods } from './address.js';
import { Icon } from './icons.js';
import { useTeam } from './team-context.js';
import { useAddress } from './use-address.js';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What the page is about: the same as its address. */
export function FilterBar({ sources }: { sources: readonly string[] }) {
  const { t } = useLingui();
  const { state, filters } = useTeam();
  const { go } = useAddress();
  const words = useSourceWords();
  const all = { value: '', label: t`all` };
  const change = (part: Partial<typeof filters>): void => go({ filters: { ...filters, ...part } });
  const periodWords = { today: t`today`, yesterday: t`yesterday`, '7d': t`7 days`, '30d': t`30 days` };
  const hourWords = { working: t`working time`, clock: t`around the clock` };
  const reps = state.reps.flatMap(({ rep, name }) => (rep === null ? [] : [{ value: rep, label: name ?? rep }]));
  reps.sort((a, b) => a.label.localeCompare(b.label));
  return (
    <>
      <Chosen
        label={t`Team`}
        value={filters.team}
        choices={[all, ...state.teams.map(({ team, name }) => ({ value: team, label: name }))]}
        onChange={(team) => change({ team: team || null, rep: null })}
      />
      <Chosen label={t`Rep`} value={filters.rep} choices={[all, ...reps]} onChange={(rep) => change({ rep: rep || null })} />
      <Chosen
        label={t`Source`}
        value={filters.source}
        choices={[all, ...sources.map((value) => ({ value, label: words.origin(value) }))]}
        onChange={(source) => change({ source: source || null })}
      />
      <Chosen
        label={t`Period`}
        value={filters.period}
        choices={periods.map((value) => ({ value, label: periodWords[value] }))}
        onChange={(value) => change({ period: periods.find((one) => one === value) ?? 'today' })}
      />
      <Chosen
        label={t`Hours`}
        value={filters.hours}
        choices={hourChoices.map((value) => ({ value, label: hourWords[value] }))}
        onChange={(value) => change({ hours: hourChoices.find((one) => one === value) ?? 'working' })}
      />
    </>
  );
}

/** A choice; one that the list does not know (an old address) stays as it is until another is made. */
function Chosen({
  label,
  value,
  choices,
  onChange,
}: {
  label: string;
  value: string | null;
  choices: readonly Choice[];
  onChange: (value: string) => void;
}) {
  const known = value === null || choices.some((choice) => choice.value === value);
  const shown = choices.find((choice) => choice.value === (value ?? ''))?.label ?? value ?? '';
  return (
    <label className="sel">
      <span>{label}</span>
      <b className="cut" aria-hidden="true">
        {shown}
      </b>
      <Icon of="down" />
      <select value={value ?? ''} aria-label={label} onChange={(event) => onChange(event.target.value)}>
        {[...choices, ...(known ? [] : [{ value: value ?? '', label: value ?? '' }])].map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}
