import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newKey } from '../../console/commands.js';
import { type Kept, keepPolicy } from './keep-policy.js';
import { askPolicies, POLICIES, type PolicyList } from './policy-answers.js';

/** What is set is listed a moment later. */
const LISTED_WITHIN_MS = 5_000;
const LOOK_AGAIN_MS = 100;

/** Sends policies; the same content again, after no answer, under the same key. Done is it once the list shows it. */
export function useKeep() {
  const client = useQueryClient();
  const [kept, setKept] = useState<Kept | null>(null);
  const [sending, setSending] = useState(false);
  const last = useRef({ content: '', key: '' });
  const keep = async (written: Readonly<Record<string, unknown>>, seen: number): Promise<Kept> => {
    const content = JSON.stringify([written, seen]);
    if (last.current.content !== content) last.current = { content, key: newKey() };
    setSending(true);
    const answered = await keepPolicy(written, seen, last.current.key);
    // only what nobody knows is sent under the same key again
    if (answered.kind !== 'away') last.current = { content: '', key: '' };
    if (answered.kind === 'kept') await showListed(answered.event, written['removed'] === true ? String(written['policy']) : null);
    setSending(false);
    setKept(answered);
    return answered;
  };
  const showListed = async (event: string | null, removed: string | null): Promise<void> => {
    const until = Date.now() + LISTED_WITHIN_MS;
    let list: PolicyList | null = null;
    do {
      list = await askPolicies(AbortSignal.timeout(LISTED_WITHIN_MS)).catch(() => null);
      if (event === null || (list !== null && (hasEvent(list, event) || (removed !== null && isAway(list, removed))))) break;
      await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS));
    } while (Date.now() < until);
    if (list !== null) client.setQueryData([POLICIES], list);
    void client.invalidateQueries({ queryKey: [POLICIES] });
    void client.invalidateQueries({ queryKey: ['policy-preview'] });
  };
  return { kept, sending, keep, forget: () => setKept(null) };
}

const hasEvent = ({ policies, coming }: PolicyList, event: string): boolean =>
  [...policies, ...coming].some((listed) => listed.event.id === event);

/** A removal of today is no entry of the list: it is there once nothing is left of its policy. */
const isAway = ({ policies, coming }: PolicyList, id: string): boolean => ![...policies, ...coming].some(({ policy }) => policy === id);
