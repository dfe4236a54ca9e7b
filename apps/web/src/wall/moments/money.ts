import { safeLocale } from '../../i18n/locale.js';

/** Longer amounts than this do not fit a card in its size, and are written short (1.2M). */
const FITS = 10;

/** An amount in the currency's smallest unit as the region writes it; null where there is none. Cents stand only where there are some. */
export function formatAmount(locale: string, amount: number | null, currency: string | null): string | null {
  if (amount === null || currency === null) return null;
  const base = safeLocale(locale) ?? 'en';
  const options = { style: 'currency', currency } as const;
  try {
    const digits = new Intl.NumberFormat(base, options).resolvedOptions().maximumFractionDigits ?? 2;
    const whole = amount % 10 ** digits === 0;
    const value = amount / 10 ** digits;
    const text = new Intl.NumberFormat(base, whole ? { ...options, maximumFractionDigits: 0, minimumFractionDigits: 0 } : options).format(
      value,
    );
    if (text.length <= FITS) return text;
    return new Intl.NumberFormat(base, { ...options, notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }).format(
      value,
    );
  } catch {
    // a currency that Intl does not take: how many of it make a unit is not known
    return null;
  }
}
