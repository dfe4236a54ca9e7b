import type { SceneLine, SceneTile } from '@leadclock/live-protocol/scene-state.js';
import { useLingui } from '@lingui/react/macro';
import { safeLocale } from '../../i18n/locale.js';
import { useCodeWords } from '../../kpis/code-words.js';
import { formatMark, type Measure } from '../../kpis/value-format.js';
import { useWindowWords } from '../../kpis/window-words.js';
import { useFormattingLocale, useZone } from '../use-view.js';
import { wallValue } from './wall-value.js';

/** What the tiles of a board say, in the language on screen. */
export function useSceneWords() {
  const { i18n, t } = useLingui();
  const locale = safeLocale(useFormattingLocale()) ?? 'en';
  const timeZone = useZone();
  const member = useCodeWords();
  const named = useWindowWords();
  const day = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short' });
  const hour = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' });
  const month = new Intl.DateTimeFormat(locale, { timeZone, month: 'short', year: '2-digit' });
  const dayOf = (time: string | null): string => {
    const instant = Date.parse(time ?? '');
    return Number.isNaN(instant) ? (time ?? '') : day.format(instant);
  };
  const when = ({ window, from, to, as_of: asOf, always, says }: SceneTile): string => {
    if (window !== null) return named(window);
    if (from !== null || to !== null) return `${dayOf(from)} – ${dayOf(to)}`;
    if (asOf !== null) return dayOf(asOf);
    // what was not answered, perhaps for a window that there is not, is of no time
    if (says === null) return '';
    return always === 'now' ? named('now') : t`all time`;
  };
  return {
    locale,
    title: ({ title, words }: SceneTile): string => title ?? words?.[i18n.locale] ?? words?.['en'] ?? '',
    when,
    /** of whom alone it asks; empty: of all */
    of: ({ of }: SceneTile): string => of.map(({ dimension, value, name }) => member(dimension, value, name)).join(', '),
    group: ({ members }: SceneLine): string => members.map(({ dimension, value, name }) => member(dimension, value, name)).join(' · '),
    value: (value: number | null, measure: Measure): string => wallValue(locale, value, measure),
    mark: (value: number, measure: Measure): string => formatMark(locale, value, measure),
    count: (n: number): string => wallValue(locale, n, { unit: 'count', currency: null }),
    bucket: (bucket: string | null, from: string): string =>
      (bucket === 'hour' ? hour : bucket === 'month' ? month : day).format(Date.parse(from)),
  };
}
