import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type CommandAnswer, type CommandBodies, newKey, send } from '../../console/commands.js';
import type { LeadDetail } from '../answers.js';
import { leadKey } from '../use-lead.js';
import { MOVING } from '../use-moves.js';

export type Trouble = Exclude<CommandAnswer, { kind: 'done' }>;

/** So often, ms, and at most so many times the lead is asked whether it shows what was written. */
const LOOK_MS = 250;
const LOOKS = 20;

/**
 * Sends a command about a lead; it is done for the page once the lead shows it. The same body goes out with the same key, however often it is
 * sent: it is written once.
 */
export function useCommand<C extends keyof CommandBodies>(command: C, lead: string, onDone: () => void) {
  const client = useQueryClient();
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const last = useRef({ text: '', key: '' });
  const keyOf = (body: CommandBodies[C]): string => {
    const text = JSON.stringify([lead, body]);
    if (last.current.text !== text) last.current = { text, key: newKey() };
    return last.current.key;
  };
  async function ask(body: CommandBodies[C], isShown: (detail: LeadDetail, event: string) => boolean): Promise<void> {
    setSending(true);
    setTrouble(null);
    const answer = await send(command, lead, body, keyOf(body));
    if (answer.kind === 'done') {
      for (let look = 0; look < LOOKS; look += 1) {
        await client.refetchQueries({ queryKey: leadKey(lead) });
        const known = client.getQueryData<{ detail: LeadDetail }>(leadKey(lead));
        if (known === undefined || isShown(known.detail, answer.event.id)) break;
        await new Promise((later) => window.setTimeout(later, LOOK_MS));
      }
    }
    // what was refused had often been done by somebody else: the page shows by whom
    await Promise.all([MOVING, 'rows', 'disputes'].map((moved) => client.invalidateQueries({ queryKey: [moved] })));
    setSending(false);
    if (answer.kind === 'done') onDone();
    else setTrouble(answer);
  }
  return { ask, sending, trouble, forget: () => setTrouble(null) };
}
