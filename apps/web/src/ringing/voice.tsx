import { i18n } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import { useStore } from 'zustand';
import { messages as en } from '../locales/ringing/en.po';
import { messages as es } from '../locales/ringing/es.po';
import { messages as ru } from '../locales/ringing/ru.po';
import type { Announcement } from './announcements.js';
import { announcerStore } from './announcer.js';

// beside the texts that the page has already
i18n.load({ en, es, ru });

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
