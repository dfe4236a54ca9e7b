import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../clock/words.js';
import { useLink, useTrust } from '../console/use-console.js';
import { alertStore, tellInWords } from './alert-desk.js';
import { isAhead, isCall, lateFrom, titleOf } from './alerts.js';
import type { Announcement } from './announcements.js';
import { announcerStore } from './announcer.js';
import { heardLead } from './queue-store.js';

/** The one polite region. */
export function Voice() {
  const { t } = useLingui();
  const said = useStore(announcerStore, (voice) => voice.said);
  const words = (one: Announcement): string => {
    switch (one.what) {
      case 'new':
        return t`New lead: ${one.name}`;
      case 'minute':
        return t`One minute left: ${one.name}`;
      case 'soon':
        return t`Due soon: ${one.name}`;
      case 'late':
        return t`Late: ${one.name}`;
      case 'talk':
        return t`Nobody has spoken with ${one.name}`;
      case 'call':
        return t`Call back now: ${one.name}`;
      case 'offered':
        return t`Offered to you: ${one.name}`;
      case 'yours':
        return t`${one.name} is yours`;
      case 'lost':
        return t`Somebody else took ${one.name}`;
      case 'logged':
        return t`The call is logged`;
      case 'undone':
        return t`The call is taken back`;
    }
  };
  return (
    <p className="vh" role="status" aria-live="polite">
      {said === null ? '' : words(said)}
    </p>
  );
}

/** Of a promised call since its instant; of a lead that waits no more, or is not listed, since it is late. */
const waitsSince = (alert: LiveAlert): number => (isCall(alert) ? null : heardLead(alert.lead)?.since) ?? lateFrom(alert);

/** The title and the icon of the tab tell who is late, and how long the first has waited. */
export function TabTitle() {
  const { t } = useLingui();
  const words = useWords();
  const { known } = useTrust();
  const mine = useStore(alertStore, (alerts) => alerts.mine);
  const asOf = useLink((view) => view.asOf);
  const late = mine.filter((alert) => !alert.retracted && !isAhead(alert, asOf));
  const first = late[0];
  const wait = first === undefined || !known ? null : words.wait(Math.max(0, asOf - waitsSince(first)));
  const title = titleOf(late.length, wait, t`Leads`);
  const badge = late.length > 0;
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]');
    if (icon !== null) icon.href = tabIcon(badge);
  }, [badge]);
  useEffect(
    () =>
      tellInWords((alert, ahead) => {
        const { name } = alert;
        if (isCall(alert)) return { title: t`Call back ${name}`, body: t`The call was promised for now.` };
        if (alert.answered === true) return { title: t`Nobody has spoken with ${name}`, body: t`An answer was given, no talk yet.` };
        return ahead
          ? { title: t`${name} is due soon`, body: t`Nobody has answered yet.` }
          : { title: t`${name} is late`, body: t`The target has passed and nobody has answered.` };
      }),
    [t],
  );
  return null;
}

/** The clock with its first five minutes filled; with a red triangle while somebody is late. */
function tabIcon(badge: boolean): string {
  const mark = badge ? '<path d="M17 11 24 24H10z" fill="#b3261e" stroke="#fff" stroke-width="1"/>' : '';
  const clock =
    '<circle cx="12" cy="12" r="10" fill="#fff" stroke="#1a1f24" stroke-width="2"/><path d="M12 12V2a10 10 0 0 1 8.66 5z" fill="#0b62b0"/>';
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${clock}${mark}</svg>`)}`;
}
