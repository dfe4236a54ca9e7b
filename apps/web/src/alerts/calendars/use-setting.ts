import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newKey } from '../../console/commands.js';
import { askCalendars, CALENDARS, type CalendarList } from './calendar-answers.js';
import { type Answered, type Setting, sendSetting } from './send-setting.js';

/** What is set is listed a moment later. */
const LISTED_WITHIN_MS = 5_000;
const LOOK_AGAIN_MS = 100;

/** Whether the list shows what was answered. */
type IsListed = (list: CalendarList, answer: unknown) => boolean;

/** Sets something of calendars; the same again, after no answer, under the same key. Done is it once the list shows it. */
export function useSetting() {
  const client = useQueryClient();
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [sending, setSending] = useState(false);
  const last = useRef({ content: '', key: '' });
  const set = async (setting: Setting, isListed: IsListed = () => true): Promise<Answered> => {
    const { method, path, body, seen } = setting;
    const content = JSON.stringify([method, path, seen, body instanceof File ? [body.name, body.size, body.lastModified] : body]);
    if (last.current.content !== content) last.current = { content, key: newKey() };
    setSending(true);
    const came = await sendSetting(setting, last.current.key);
    // only what nobody knows is sent under the same key again
    if (came.kind !== 'away') last.current = { content: '', key: '' };
    if (came.kind === 'done') await listed((list) => isListed(list, came.answer));
    // who is told that somebody else was faster sees what that one has set
    if (came.kind === 'changed') await listed(() => true);
    setSending(false);
    setAnswered(came);
    return came;
  };
  const listed = async (isThere: (list: CalendarList) => boolean): Promise<void> => {
    const until = Date.now() + LISTED_WITHIN_MS;
    let list: CalendarList | null = null;
    do {
      list = await askCalendars(AbortSignal.timeout(LISTED_WITHIN_MS)).catch(() => null);
      if (list !== null && isThere(list)) break;
      await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS));
    } while (Date.now() < until);
    if (list !== null) client.setQueryData([CALENDARS], list);
    void client.invalidateQueries({ queryKey: [CALENDARS] });
  };
  return { answered, sending, set, forget: () => setAnswered(null) };
}
