import { Trans } from '@lingui/react/macro';
import { useReps } from '../reps-context.js';
import { SOMEBODY_ELSE, type Who } from './use-who.js';

/** The reps of the site, by id. */
export const useRepIds = (): readonly string[] => useReps().flatMap(({ rep }) => (rep === null ? [] : [rep]));

/** Who speaks: a rep from the list, or a name that is not in it. */
export function WhoField({ label, who }: { label: string; who: Who }) {
  const reps = useReps();
  return (
    <>
      <label className="dialog-field">
        <span>{label}</span>
        <select value={who.chosen} onChange={(event) => who.choose(event.target.value)}>
          <option value="" disabled>
            –
          </option>
          {reps.map(
            ({ rep, name }) =>
              rep !== null && (
                <option key={rep} value={rep}>
                  {name ?? rep}
                </option>
              ),
          )}
          <option value={SOMEBODY_ELSE}>
            <Trans>somebody else</Trans>
          </option>
        </select>
      </label>
      {who.chosen === SOMEBODY_ELSE && (
        <label className="dialog-field">
          <span>
            <Trans>Name</Trans>
          </span>
          <input value={who.typed} maxLength={200} autoComplete="off" onChange={(event) => who.type(event.target.value)} />
        </label>
      )}
    </>
  );
}
