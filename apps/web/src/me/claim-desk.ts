import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { createStore } from 'zustand/vanilla';
import { newKey, send } from '../console/commands.js';
import { linkStore } from '../console/console-link.js';
import { announce } from '../ringing/announcer.js';
import { type ClaimEvent, type ClaimState, claimNext, openClaim } from './claim-state.js';
import { queueStore, waitingLead } from './queue-store.js';
import { memberOf, withMember } from './record.js';
import { rep } from './streams.js';

/** The claims of this page, by lead; one is forgotten when a hundred others came after it. */
const CLAIMS_KEPT = 100;
export const claimStore = createStore<Readonly<Record<string, ClaimState>>>(() => ({}));

export const claimOf = (lead: string): ClaimState => memberOf(claimStore.getState(), lead) ?? openClaim;

function move(lead: string, event: ClaimEvent): ClaimState {
  const next = claimNext(claimOf(lead), event);
  claimStore.setState(withMember(claimStore.getState(), lead, next, CLAIMS_KEPT), true);
  return next;
}

/** Lets the stream speak of a lead that was won here, once it has heard of that: whose it is may change. To be called once. */
export function startClaims(): void {
  queueStore.subscribe(() => {
    for (const [lead, { step }] of Object.entries(claimStore.getState())) {
      if (step !== 'won') continue;
      const known = waitingLead(lead);
      if (known === undefined || known.rep === rep) move(lead, { type: 'heard' });
    }
  });
}

const live = (): boolean => ['live', 'reconnecting'].includes(linkStore.getState().freshness);

/** Asks for the lead, or once more for what nobody confirmed. Without a live page nothing is sent, now or later. */
export async function claim({ lead, assignment, name }: Pick<QueueLead, 'lead' | 'assignment' | 'name'>): Promise<void> {
  if (!live() || claimOf(lead).step === 'asking') return;
  const asked = move(lead, { type: 'ask', newKey: newKey() });
  if (asked.step !== 'asking') return;
  const answer = await send('claim', lead, { rep, assignment }, asked.key);
  const after = move(lead, { type: 'answer', answer, askedAt: linkStore.getState().now });
  if (after.step === 'won') announce({ what: 'yours', name });
  if (after.step === 'lost' && after.rep !== null) announce({ what: 'lost', name });
}

export const claimSelected = (lead: string): void => {
  const known = waitingLead(lead);
  if (known !== undefined && known.rep === null) void claim(known);
};

export const claimSeen = (lead: string): unknown => move(lead, { type: 'seen' });

/** The lead is the pool's, or somebody else's, by what this page did. */
export const claimOver = (lead: string): unknown => move(lead, { type: 'given_back' });
