import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import type { CommandAnswer } from '../console/commands.js';

/** How far a claim is. `asking` and `unconfirmed` know the key of the command: it goes out again with the same one. */
export type ClaimState =
  | { readonly step: 'open' }
  | { readonly step: 'asking'; readonly key: string }
  | { readonly step: 'unconfirmed'; readonly key: string }
  | { readonly step: 'won' }
  | {
      readonly step: 'lost';
      readonly reason: string;
      readonly rep: string | null;
      readonly at: number | null;
      readonly askedAt: number;
      readonly next: string | null;
    }
  | { readonly step: 'failed'; readonly status: number; readonly problem: string };

export type ClaimEvent =
  | { readonly type: 'ask'; readonly newKey: string }
  | { readonly type: 'answer'; readonly answer: CommandAnswer; readonly askedAt: number }
  | { readonly type: 'given_back' }
  /** the stream says that it is mine, or that it waits no more */
  | { readonly type: 'heard' }
  | { readonly type: 'seen' };

export const openClaim: ClaimState = { step: 'open' };

/** The next state. Nothing is ever won before the server has said so; what nobody confirmed is asked again with its own key. */
export function claimNext(state: ClaimState, event: ClaimEvent): ClaimState {
  if (event.type === 'given_back' || event.type === 'heard') return state.step === 'won' ? openClaim : state;
  if (event.type === 'seen') return state.step === 'lost' || state.step === 'failed' ? openClaim : state;
  if (event.type === 'ask') {
    if (state.step === 'asking' || state.step === 'won') return state;
    return { step: 'asking', key: state.step === 'unconfirmed' ? state.key : event.newKey };
  }
  if (state.step !== 'asking') return state;
  const { answer, askedAt } = event;
  if (answer.kind === 'done') return { step: 'won' };
  if (answer.kind === 'unconfirmed') return { step: 'unconfirmed', key: state.key };
  if (answer.kind === 'failed') return { step: 'failed', status: answer.status, problem: answer.problem };
  return { step: 'lost', reason: answer.reason, rep: answer.rep, at: answer.at, askedAt, next: answer.next ?? null };
}

/** What the place of the button shows. */
export type ClaimFace = 'claim' | 'claiming' | 'unconfirmed' | 'yours' | 'lost' | 'failed' | 'others' | 'over';

/** The stream has the last word on whose lead it is, and a claim that was won speaks only until the stream has heard of it; `waits` false: it was answered, closed or erased meanwhile. */
export function claimFace(state: ClaimState, lead: Pick<QueueLead, 'rep'>, rep: string, waits: boolean): ClaimFace {
  if (lead.rep === rep) return waits ? 'yours' : 'over';
  if (state.step === 'lost' || state.step === 'failed') return state.step;
  if (!waits) return 'over';
  if (state.step === 'asking') return 'claiming';
  if (lead.rep !== null) return 'others';
  if (state.step === 'won') return 'yours';
  return state.step === 'unconfirmed' ? 'unconfirmed' : 'claim';
}
