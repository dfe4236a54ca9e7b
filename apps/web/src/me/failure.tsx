import { Trans } from '@lingui/react/macro';

interface FailureProps {
  readonly of: { readonly status: number; readonly problem: string };
  /** what the server was asked about, for it to say that it does not know that; left out: the lead or something of it, such as a promise or an alert */
  readonly about?: 'lead' | 'rep' | undefined;
}

/** Why the server could not do something, in the language on screen; what this page does not know stands as the server said it. */
export function Failure({ of: { status, problem }, about }: FailureProps) {
  if (status === 404) return <Unknown about={about} />;
  if (status === 429) return <Trans>The server cannot do it now. Try again in a moment.</Trans>;
  return <bdi lang="en">{problem}</bdi>;
}

function Unknown({ about }: { about: FailureProps['about'] }) {
  if (about === 'lead') return <Trans>The server does not know this lead.</Trans>;
  if (about === 'rep') return <Trans>You are no rep of the site any more.</Trans>;
  return <Trans>The server does not know what this is about.</Trans>;
}
