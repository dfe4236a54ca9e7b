import { Trans } from '@lingui/react/macro';
import { useMoment, useTrust } from '../../console/use-console.js';
import type { Dispute } from '../answers.js';
import { useRepName } from '../rep-names.js';
import { useAsOf } from '../team-context.js';
import { DisputeTag } from './dispute-tag.js';
import { useDisputeWords } from './dispute-words.js';

interface ItemProps {
  readonly dispute: Dispute;
  /** what was written beside it; null: nothing */
  readonly note: string | null;
  /** it can be decided now: an older one about the same lead would have to go first */
  readonly next: boolean;
  /** null: it is only told here */
  readonly onDecide: ((accepted: boolean) => void) | null;
}

/** One dispute: who says what and why, and what was decided; one that is open can be accepted or refused. */
export function DisputeItem({ dispute, note, next, onDecide }: ItemProps) {
  const words = useDisputeWords();
  const repName = useRepName();
  const moment = useMoment();
  const asOf = useAsOf();
  const { live } = useTrust();
  const { rep, about, reason, at, decided } = dispute;
  const by = decided === null ? '' : (repName(decided.by) ?? decided.by);
  const when = decided === null ? '' : moment(Date.parse(decided.at), asOf);
  const why = decided === null || decided.reason === null ? null : words.reason(decided.reason);
  return (
    <div className="dispute">
      <p>
        <b dir="auto">{repName(rep)}</b>: {words.about(about)}
        <span className="t2"> · {words.reason(reason)}</span>
        <span className="t3"> · {moment(Date.parse(at), asOf)}</span>
      </p>
      {note !== null && (
        <q className="dispute-note" dir="auto">
          {note}
        </q>
      )}
      <p className="dispute-foot">
        <DisputeTag status={decided === null ? 'open' : decided.accepted ? 'accepted' : 'refused'} />
        {decided !== null && (
          <span className="t2">
            <Trans>
              by {by}, {when}
            </Trans>
            {why !== null && ` · ${why}`}
          </span>
        )}
        {decided === null && next && onDecide !== null && (
          <>
            <span className="grow" />
            <button type="button" className="btn" disabled={!live} onClick={() => onDecide(true)}>
              <Trans>Accept</Trans>
            </button>
            <button type="button" className="btn" disabled={!live} onClick={() => onDecide(false)}>
              <Trans>Refuse</Trans>
            </button>
          </>
        )}
        {decided === null && !next && onDecide !== null && (
          <span className="t2">
            <Trans>after the one above</Trans>
          </span>
        )}
      </p>
    </div>
  );
}
