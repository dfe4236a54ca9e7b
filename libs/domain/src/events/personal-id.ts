const separators = /[\s().\-/]/g;
const email = /^<?(mailto:)?[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+>?$/i;
const onlyNumber = /^(tel:)?\s*\+?[\d\s().\-/]+$/i;
/** North America and Russia write national numbers in groups that no serial number has. */
const grouped =
  /^(\(?\d{3}\)?[-. ]\s?\d{3}[-. ]\d{4}|1[-. ]\(?\d{3}\)?[-. ]\s?\d{3}[-. ]\d{4}|[78][-. ]?\(?\d{3}\)?[-. ]\s?\d{3}[-. ]\d{2}[-. ]\d{2})$/;

function isPhone(text: string): boolean {
  if (!onlyNumber.test(text)) return false;
  const bare = text.replace(/^tel:/i, '').trim();
  const digits = bare.replace(separators, '').replace('+', '');
  if (digits.length < 7 || digits.length > 15) return false;
  if (bare.startsWith('+') || bare !== text.trim() || bare.includes('(')) return true;
  // a plain row of digits is a number only when it is dialled like one: 0170…, 0049170…
  return grouped.test(bare) || (bare.startsWith('0') && (bare !== digits || /^00?[1-9]\d{8,12}$/.test(digits)));
}

/** Says what kind of personal datum an id is: such an id would put a person into the log for ever. Null: none that we can tell. */
export function personalIdKind(id: string): 'an e-mail address' | 'a telephone number' | null {
  if (id.includes('@') && email.test(id.trim())) return 'an e-mail address';
  const first = id.charCodeAt(0);
  // most ids begin with a letter: they are done here
  if ((first >= 0x61 && first <= 0x7a && first !== 0x74) || (first >= 0x41 && first <= 0x5a && first !== 0x54)) return null;
  return isPhone(id.trim()) ? 'a telephone number' : null;
}
