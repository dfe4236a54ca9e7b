import type { CommandAnswer } from '../console/commands.js';

/** How far something is that was asked of the server. What nobody confirmed goes out again under its own key, as it was. */
export type AskState =
  | ({ readonly step: 'asking' } & Asked)
  | ({ readonly step: 'unconfirmed' } & Asked)
  | { readonly step: 'refused'; readonly reason: string; readonly problem: string; readonly rep: string | null; readonly at: number | null }
  | { readonly step: 'failed'; readonly status: number; readonly problem: string };

/** What went out: `what` tells it apart from what else may be asked at that place. */
interface Asked {
  readonly key: string;
  readonly what: string;
  readonly send: Sending;
}

export type Sending = (key: string) => Promise<CommandAnswer>;

/** What goes out now: what waits for its confirmation if the same is asked once more, else `fresh`. */
export function toSend(state: AskState | undefined, fresh: Asked): Asked & { readonly step: 'asking' } {
  const again = state?.step === 'unconfirmed' && state.what === fresh.what ? state : fresh;
  return { step: 'asking', key: again.key, what: again.what, send: again.send };
}

/** Where an answer leaves what was asked; null: it is done. */
export function afterAnswer(asked: Asked, answer: CommandAnswer): AskState | null {
  switch (answer.kind) {
    case 'done':
      return null;
    case 'unconfirmed':
      return { key: asked.key, what: asked.what, send: asked.send, step: 'unconfirmed' };
    case 'refused': {
      const { reason, problem, rep, at } = answer;
      return { step: 'refused', reason, problem, rep, at };
    }
    case 'failed':
      return { step: 'failed', status: answer.status, problem: answer.problem };
  }
}
