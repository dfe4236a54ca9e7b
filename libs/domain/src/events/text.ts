import { z } from 'zod';

/** True for text that every store can hold and every log line can show: no control characters (NUL among them), no lone surrogates. */
export function isPlainText(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0)) return false;
    if (unit >= 0xd800 && unit <= 0xdfff) {
      const next = text.charCodeAt(i + 1);
      if (unit >= 0xdc00 || !(next >= 0xdc00 && next <= 0xdfff)) return false;
      i += 1;
    }
  }
  return true;
}

/** The characters of a text as people count them: code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length - 1; i += 1) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) length -= 1;
  }
  return length;
}

/** Says what is wrong with a text of 1 to `max` characters; null when nothing is. */
export function textProblem(text: string, max: number): string | null {
  if (text.length === 0) return `is empty; leave it out or give 1 to ${max} characters`;
  if (text.length > max && lengthOf(text) > max) return `is longer than ${max} characters; shorten it`;
  if (!isPlainText(text)) return 'holds a control character or half of a surrogate pair; remove it';
  return null;
}

/** A schema for one line of text, bounded so that it fits an index row. */
export const line = (max = 200) =>
  z
    .string()
    .refine((text) => textProblem(text, max) === null, { error: ({ input }) => textProblem(String(input), max) ?? '' })
    .meta({ minLength: 1, maxLength: max });

/** Line breaks and tabs are allowed in a note; what no store can hold is not. */
function noteProblem(text: string): string | null {
  if (text.length > 10_000) return 'is longer than 10000 characters; shorten it';
  return isPlainText(text.replace(/[\t\n\r]/g, ' ')) ? null : 'holds a control character or half of a surrogate pair; remove it';
}

/** Free text; it goes to the vault, never to the log. */
export const Note = z
  .string()
  .refine((text) => noteProblem(text) === null, { error: ({ input }) => noteProblem(String(input)) ?? '' })
  .meta({ maxLength: 10_000 });

const code = /^[\p{L}\p{M}\p{N}_-]{1,64}$/u;

/** A reason is a code, so that it can be counted and cannot hold a person's words. */
export const Code = z
  .string()
  .refine((text) => code.test(text), {
    error: 'must be a code of letters, digits, "_" and "-", at most 64; write spaces as "_" and put free text into note',
  })
  .meta({ pattern: '^[\\p{L}\\p{M}\\p{N}_-]{1,64}$' });

/**
 * Makes a code of a pick-list text of another program ("Can't afford" becomes "Can_t_afford"), for imports of history
 * that nobody can send again. Null when the text is too long, empty or holds what may be an address or a number of a person.
 */
export function codeOf(text: string): string | null {
  if (code.test(text)) return text;
  if (text.includes('@') || /\d[\d\s().-]{5,}\d/.test(text)) return null;
  const made = text.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '_').replace(/^_+|_+$/g, '');
  return code.test(made) ? made : null;
}
