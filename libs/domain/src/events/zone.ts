import { z } from 'zod';

const known = new Map<string, boolean>();

function exists(zone: string): boolean {
  const before = known.get(zone);
  if (before !== undefined) return before;
  // an offset such as +01:00 is no zone: it does not know of summer time
  const found = /^[A-Za-z]/.test(zone) && zone.length <= 64 && isKnownToIntl(zone);
  if (known.size < 1000) known.set(zone, found);
  return found;
}

function isKnownToIntl(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

/** A zone of the IANA data base. */
export const Zone = z.string().refine(exists, { error: 'must be a time zone of the IANA data base, such as Europe/Madrid' });

/** A language tag (BCP 47), such as de-DE. */
export const Locale = z.string().refine(
  (tag) => {
    try {
      return tag.length <= 64 && Intl.getCanonicalLocales(tag).length === 1;
    } catch {
      return false;
    }
  },
  { error: 'must be a language tag, such as en-GB, es or ru' },
);
