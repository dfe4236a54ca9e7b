import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { clockFormat, momentFormat } from '../i18n/formats.js';
import { chooseLanguage, formattingLocale } from '../i18n/locale.js';
import { siteLocale, type WallView, wallStore } from '../live/wall-store.js';

/** One part of the view; a component draws again only when its own part changed. */
export const useView = <T>(part: (view: WallView) => T): T => useStore(wallStore, part);

/** The locale that numbers and times are written in. */
export function useFormattingLocale(): string {
  const { i18n } = useLingui();
  const site = useView(siteLocale);
  return formattingLocale(chooseLanguage(i18n.locale, null, ''), site ?? navigator.language);
}

/** The site's clock, HH:MM. */
export function useClock(): (instant: number) => string {
  const locale = useFormattingLocale();
  const zone = useZone();
  return useMemo(() => clockFormat(locale, zone), [locale, zone]);
}

/** The site's clock, with the day where that is not today. */
export function useMoment(): (instant: number, now: number) => string {
  const locale = useFormattingLocale();
  const zone = useZone();
  return useMemo(() => momentFormat(locale, zone), [locale, zone]);
}

/** The site's zone; the browser's until it is known. */
export function useZone(): string {
  return useView((view) => view.state?.site.zone) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Whether numbers may be shown: after a minute of silence nobody knows them any more. */
export const useKnown = (): boolean => useView((view) => view.freshness !== 'unknown');
