import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newKey } from '../../console/commands.js';
import { POLICY_CHOICES } from '../policies/policy-answers.js';
import { type Answered, type Told, tellWay } from './tell-way.js';
import { WAYS } from './way-answers.js';

/** Tells the server something about a way, one thing at a time; done is it once the list shows it. The same new way again, after no answer, goes under the same key. */
export function useTellWay() {
  const client = useQueryClient();
  const [{ answered, at }, setAnswered] = useState<{ answered: Answered | null; at: number }>({ answered: null, at: 0 });
  const [sending, setSending] = useState(false);
  const last = useRef({ content: '', key: '' });
  const send = async (told: Told, key: string | null): Promise<Answered> => {
    setSending(true);
    setAnswered({ answered: null, at: 0 });
    const answer = await tellWay(told, key);
    if (answer.kind !== 'wrong') {
      // whoever goes to the policies now reads there whom this way reaches
      void client.invalidateQueries({ queryKey: [POLICY_CHOICES] });
      await client.invalidateQueries({ queryKey: [WAYS] });
    }
    setSending(false);
    setAnswered({ answered: answer, at: Date.now() });
    return answer;
  };
  const tell = (method: Told['method'], path: string, body?: object): Promise<Answered> =>
    send({ method, path, ...(body !== undefined && { body }) }, null);
  const add = async (way: object): Promise<Answered> => {
    const content = JSON.stringify(way);
    if (last.current.content !== content) last.current = { content, key: newKey() };
    const answer = await send({ method: 'POST', path: '', body: way }, last.current.key);
    // only what nobody knows is sent under the same key again
    if (answer.kind !== 'away') last.current = { content: '', key: '' };
    return answer;
  };
  return { answered, at, sending, tell, add, forget: () => setAnswered({ answered: null, at: 0 }) };
}
