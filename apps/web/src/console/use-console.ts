import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { clockFormat, momentFormat, otherDayFormat } from '../i18n/formats.js';
import { chooseLanguage, formattingLocale } from '../i18n/locale.js';
import { type ConsoleView, linkStore } from './console-link.js';
import type { Part } from './part.js';

/** One part of what all consoles share; a component draws again only when its own part changed. */
export const useLink = <T>(part: (view: ConsoleView) => T): T => useStore(linkStore, part);

/** What a page draws of a stream; `pick` gets null before the first snapshot. It must answer the same object while nothing changes. */
export const useLive = <S extends object, T>(part: Part<S>, pick: (state: S | null) => T): T =>
  useStore(part.shown, ({ state }) => pick(state));

/** The locale that numbers and times are written in: the language on screen in the site's region. */
export function useFormattingLocale(): string {
  const { i18n } = useLingui();
  const site = useLink((view) => (view.site === null || view.site.name === '' ? null : view.site.locale));
  return formattingLocale(chooseLanguage(i18n.locale, null, ''), site ?? navigator.language);
}

/** The site's time zone; the device's before the site is known. */
export function useZone(): string {
  return useLink((view) => view.site?.zone) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The site's clock, HH:MM, and HH:MM:SS where the seconds matter. */
export function useClock(): { short: (instant: number) => string; exact: (instant: number) => string } {
  const [locale, zone] = [useFormattingLocale(), useZone()];
  return useMemo(() => ({ short: clockFormat(locale, zone), exact: clockFormat(locale, zone, true) }), [locale, zone]);
}

/** The site's clock, with the day where that is not today. */
export function useMoment(): (instant: number, now: number) => string {
  const [locale, zone] = [useFormattingLocale(), useZone()];
  return useMemo(() => momentFormat(locale, zone), [locale, zone]);
}

/** Day and month of an instant at the site; null: that is today. */
export function useOtherDay(): (instant: number, now: number) => string | null {
  const [locale, zone] = [useFormattingLocale(), useZone()];
  return useMemo(() => otherDayFormat(locale, zone), [locale, zone]);
}

/** How far the page may be believed. `live`: commands are open. `known`: numbers may be shown; after a minute of silence they are not. */
export function useTrust(): { live: boolean; still: boolean; known: boolean } {
  const freshness = useLink((view) => view.freshness);
  const still = freshness === 'stale' || freshness === 'unknown' || freshness === 'gone';
  return { live: freshness === 'live' || freshness === 'reconnecting', still, known: freshness !== 'unknown' && freshness !== 'gone' };
}
