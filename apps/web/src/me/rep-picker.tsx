import { Trans } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { Avatar } from '../console/avatar.js';
import { memberOf } from './record.js';
import { becomeRep, rememberedRep } from './rep-choice.js';
import { useRepNames, useReps } from './rep-menu.js';

/** At the first visit, and when the remembered rep is gone: who sits here? */
export function RepPicker() {
  const reps = useReps();
  const names = useRepNames();
  const gone = rememberedRep();
  return (
    <main className="picker">
      <h1>
        <Trans>Who are you?</Trans>
      </h1>
      {gone !== null && <Gone rep={gone} name={memberOf(names ?? {}, gone)?.name ?? null} />}
      {reps.length === 0 ? (
        <p className="t2">
          <Trans>No rep is known yet. They come with the events of your CRM, as rep.set.</Trans>
        </p>
      ) : (
        <p className="t2">
          <Trans>Choose your name: this browser remembers it. You can change it at the top.</Trans>
        </p>
      )}
      <ul>
        {reps.map((id) => (
          <li key={id}>
            <Button className="btn btn-l" onPress={() => becomeRep(id)}>
              <Avatar name={names?.[id]?.name ?? id} mine />
              <bdi className="cut">{names?.[id]?.name ?? id}</bdi>
            </Button>
          </li>
        ))}
      </ul>
    </main>
  );
}

/** Whom this browser took us for, and that he takes no leads any more; `name` null: nobody knows the id. */
const Gone = ({ rep, name }: { rep: string; name: string | null }) => (
  <p className="picker-gone" role="status">
    <b>
      {name === null ? (
        <Trans>
          No rep has the id <bdi>{rep}</bdi> any more.
        </Trans>
      ) : (
        <Trans>
          <bdi>{name}</bdi> is not among the reps any more.
        </Trans>
      )}
    </b>{' '}
    <Trans>Leads cannot be taken in this name, and no alert rings for it here.</Trans>
  </p>
);
