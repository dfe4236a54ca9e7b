import { useLingui } from '@lingui/react/macro';
import { useClock } from '../../console/use-console.js';
import { useRepName } from '../verdict.js';

interface Refused {
  readonly reason: string;
  readonly problem: string;
  readonly rep: string | null;
  readonly at: number | null;
}

/** Why the server did not do something, in the language on screen; a reason that this page does not know stands as the server said it. */
export const Refusal = ({ of }: { of: Refused }) => <>{useRefusalWords(of)}</>;

function useRefusalWords({ reason, problem, rep, at }: Refused): string {
  const { t } = useLingui();
  const clock = useClock();
  const name = useRepName(rep) ?? t`somebody else`;
  const time = at === null ? null : clock.exact(at);
  switch (reason) {
    case 'not_yours':
      return rep === null ? t`The lead is nobody’s now.` : t`It is ${name}’s now.`;
    case 'given_back':
      return t`It was given back a moment ago.`;
    case 'closed':
      return t`The lead is closed.`;
    case 'erased':
      return t`The details of this lead were erased.`;
    case 'merged':
      return t`It was merged into another lead.`;
    case 'rep_gone':
      return t`${name} is no rep of the site any more.`;
    case 'accepted':
      return t`It was accepted already.`;
    case 'declined':
      return t`It was declined or taken back already.`;
    case 'lapsed':
      return t`The offer lapsed: the lead has changed hands, or was offered anew.`;
    case 'resolved':
    case 'retracted':
      return t`The alert is over.`;
    case 'past_target':
      return t`The target has passed: its policy does not let it be put off.`;
    case 'too_long':
      return time === null ? t`That is too long.` : t`It can be put off until ${time} at most.`;
    case 'snoozed':
      return time === null ? t`It is put off already.` : t`It is put off until ${time} already, by ${name}.`;
    case 'taken_back':
      return t`It was taken back already.`;
    default:
      return problem;
  }
}
