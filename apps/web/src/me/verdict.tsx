import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { Trans } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { Shape } from '../clock/shapes.js';
import { initialOf } from '../console/avatar.js';
import { useClock, useLink, useLive } from '../console/use-console.js';
import { claimSeen, claimStore } from './claim-desk.js';
import type { ClaimState } from './claim-state.js';
import { nextUp, queueStore, waitingLead } from './queue-store.js';
import { memberOf } from './record.js';
import { becomeRep } from './rep-choice.js';
import { choose } from './selection.js';
import { floor } from './streams.js';

const MINUTE_S = 60;

/** The name of a rep by his id; the id where nobody knows it. */
export const useRepName = (rep: string | null): string | null =>
  useLive(floor, (state) => (rep === null ? null : (memberOf(state?.reps ?? {}, rep)?.name ?? rep)));

/** In the place of the clock: who was faster, and when. */
export function LostVerdict({ lead }: { lead: QueueLead }) {
  const state = useStore(claimStore, (claims) => memberOf(claims, lead.lead));
  const name = useRepName(state?.step === 'lost' ? state.rep : null);
  const now = useLink((view) => view.now);
  const clock = useClock();
  if (state === undefined || state.step !== 'lost') return null;
  const { at, askedAt, reason } = state;
  const ago = at === null ? null : Math.max(0, Math.round((now - at) / 1_000));
  const claimedAt = at === null ? null : clock.exact(at);
  const before = at === null ? 0 : Math.max(0, Math.round((askedAt - at) / 1_000));
  return (
    <div className="verdict" role="status">
      <span className="av av-l av-other" aria-hidden="true">
        {name === null ? '–' : initialOf(name)}
      </span>
      <span>
        <b className="cut">
          <LostHeadline reason={reason} name={name} ago={ago} />
        </b>
        <span className="cut">
          {reason === 'rep_gone' ? (
            <Trans>Only reps of the site take leads.</Trans>
          ) : claimedAt === null ? (
            <Trans>The server did not give it to you.</Trans>
          ) : before > 0 ? (
            <Trans>
              At {claimedAt}, {before} s before you.
            </Trans>
          ) : (
            <Trans>At {claimedAt}, just before you.</Trans>
          )}
        </span>
      </span>
    </div>
  );
}

function LostHeadline({ reason, name, ago }: { reason: string; name: string | null; ago: number | null }) {
  if (reason === 'answered') return name === null ? <Trans>It is answered</Trans> : <Trans>{name} answered it</Trans>;
  if (reason === 'closed') return <Trans>It is closed</Trans>;
  if (reason === 'merged') return <Trans>It was merged into another lead</Trans>;
  if (reason === 'rep_gone') return <Trans>You are not among the reps any more</Trans>;
  if (reason === 'erased') return <Trans>Its details were erased</Trans>;
  if (name === null) return <Trans>It was assigned anew</Trans>;
  if (reason === 'given_back') return <Trans>{name} gave it back just now</Trans>;
  if (ago === null || ago >= MINUTE_S) return <Trans>{name} took this</Trans>;
  return (
    <Trans>
      {name} took this {ago} s ago
    </Trans>
  );
}

/** The lead waits no more, whoever has answered it. */
export const OverVerdict = () => (
  <div className="verdict" role="status">
    <span className="av av-l">
      <Shape of="done" />
    </span>
    <span>
      <b>
        <Trans>Waits no more</Trans>
      </b>
      <span>
        <Trans>It was answered or closed.</Trans>
      </span>
    </span>
  </div>
);

/** The lead that the server named to who claimed in vain. */
const nextTold = (claim: ClaimState | undefined): string | null => (claim?.step === 'lost' ? claim.next : null);

const isOfGoneRep = (claim: ClaimState | undefined): boolean => claim?.step === 'lost' && claim.reason === 'rep_gone';

/** What to do instead; the next lead has the focus, or who sits here where that is why. */
export function NextActs({ lead, look }: { lead: string; look: boolean }) {
  const button = useRef<HTMLButtonElement>(null);
  // drawn anew whenever the queue changes
  useStore(queueStore, (view) => view.queue);
  const told = useStore(claimStore, (claims) => nextTold(memberOf(claims, lead)));
  const next = told !== null && waitingLead(told) !== undefined ? told : nextUp(lead);
  useEffect(() => {
    if (look) button.current?.focus();
  }, [look]);
  const gone = useStore(claimStore, (claims) => isOfGoneRep(memberOf(claims, lead)));
  const go = (): void => {
    claimSeen(lead);
    if (gone) becomeRep(null);
    else choose(next);
  };
  return (
    <div className="acts">
      {look && (
        <Button className="btn btn-l" onPress={() => claimSeen(lead)}>
          <Trans>Just look</Trans>
        </Button>
      )}
      <Button ref={button} className="btn btn-l btn-primary claim" onPress={go}>
        {gone ? <Trans>Who are you?</Trans> : next === null ? <Trans>To the queue</Trans> : <Trans>Next lead</Trans>}
        <kbd>↵</kbd>
      </Button>
    </div>
  );
}
