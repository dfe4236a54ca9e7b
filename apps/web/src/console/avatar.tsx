import { Trans } from '@lingui/react/macro';
import { Icon } from './icons.js';

/** The first letter of a name, as a person would write it. */
export const initialOf = (name: string): string => [...name.trim()][0]?.toLocaleUpperCase() ?? '?';

/** Whose lead it is: a letter, with the whole name for those who hear or hover it. `name` null: nobody's. */
export function Avatar({ name, mine = false }: { name: string | null; mine?: boolean }) {
  if (name === null) {
    return (
      <span className="av av-none">
        <Icon of="user" />
        <span className="vh">
          <Trans>nobody yet</Trans>
        </span>
      </span>
    );
  }
  return (
    <span className={mine ? 'av' : 'av av-other'} title={name}>
      <span aria-hidden="true">{initialOf(name)}</span>
      <span className="vh">{name}</span>
    </span>
  );
}
