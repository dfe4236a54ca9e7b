import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Answered, tellWay } from './tell-way.js';
import { WAYS } from './way-answers.js';

/** Tells the server something about a way, one thing at a time; done is it once the list shows it. */
export function useTellWay() {
  const client = useQueryClient();
  const [{ answered, at }, setAnswered] = useState<{ answered: Answered | null; at: number }>({ answered: null, at: 0 });
  const [sending, setSending] = useState(false);
  const tell = async (...told: Parameters<typeof tellWay>): Promise<Answered> => {
    setSending(true);
    setAnswered({ answered: null, at: 0 });
    const answer = await tellWay(...told);
    if (answer.kind !== 'wrong') await client.invalidateQueries({ queryKey: [WAYS] });
    setSending(false);
    setAnswered({ answered: answer, at: Date.now() });
    return answer;
  };
  return { answered, at, sending, tell, forget: () => setAnswered({ answered: null, at: 0 }) };
}
