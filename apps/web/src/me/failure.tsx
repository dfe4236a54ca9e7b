import { Trans } from '@lingui/react/macro';

/** Why the server could not do something, in the language on screen; what this page does not know stands as the server said it. */
export function Failure({ of: { status, problem } }: { of: { readonly status: number; readonly problem: string } }) {
  if (status === 404) return <Trans>The server does not know this lead.</Trans>;
  if (status === 429) return <Trans>The server cannot do it now. Try again in a moment.</Trans>;
  return <bdi lang="en">{problem}</bdi>;
}
