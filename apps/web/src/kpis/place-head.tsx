import { Trans } from '@lingui/react/macro';

/** The head of the column of places: the numbers speak for themselves, its name is for who hears the table. */
export const PlaceHead = () => (
  <th scope="col" className="col-rank">
    <span className="vh">
      <Trans>Place</Trans>
    </span>
  </th>
);
