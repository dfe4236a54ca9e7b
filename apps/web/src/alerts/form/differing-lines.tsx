import { Trans } from '@lingui/react/macro';

/** What a thing says of one of its fields, in words. */
export interface Line {
  readonly name: string;
  readonly value: string;
}

/** Of two that say the same lines what differs, side by side; nothing if nothing does. */
export function DifferingLines({ own, theirs }: { own: readonly Line[]; theirs: readonly Line[] }) {
  const differing = theirs.filter(({ value }, index) => own[index]?.value !== value);
  if (differing.length === 0) return null;
  return (
    <table className="pol-leads">
      <thead>
        <tr>
          <th scope="col">
            <Trans>What differs</Trans>
          </th>
          <th scope="col">
            <Trans>Theirs</Trans>
          </th>
          <th scope="col">
            <Trans>Yours</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {differing.map(({ name, value }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <bdi>{value}</bdi>
            </td>
            <td>
              <bdi>{own.find((line) => line.name === name)?.value ?? '–'}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
