import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

/** Between two tries of what was not decided. */
const AGAIN_MS = 100;
const ANSWER_WITHIN_MS = 3_000;

const Answer = z.looseObject({
  event: z.object({ id: z.string() }).optional(),
  /** when it happened; of a refusal since when it is so */
  at: z.string().nullish(),
  /** of a refusal */
  reason: z.string().optional(),
});

/** What came of a command: 202 done, 409 refused and why. */
type Decision = z.infer<typeof Answer> & { readonly status: number };

/** The door as reps' pages use it. */
export class RepDoor {
  constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  /** Sends a command about a lead until it is decided, under one key however often that takes. null: its page is gone before it knows. */
  async decide(lead: string, command: string, body: object, key: string, gone: AbortSignal): Promise<Decision | null> {
    while (!gone.aborted) {
      const decision = await this.ask(lead, command, body, key, gone);
      if (decision !== null) return decision;
      await pause(AGAIN_MS);
    }
    return null;
  }

  private async ask(lead: string, command: string, body: object, key: string, gone: AbortSignal): Promise<Decision | null> {
    try {
      const reply = await fetch(`${this.url}/v1/leads/${lead}/${command}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${this.key}`, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
        signal: AbortSignal.any([gone, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      });
      if (reply.status !== 202 && reply.status !== 409) return null;
      return { status: reply.status, ...Answer.parse(await reply.json()) };
    } catch {
      return null;
    }
  }
}
