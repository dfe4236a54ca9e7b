import { Locale, Zone } from './zone.js';

const problemOf = (schema: typeof Zone, value: unknown) => schema.safeParse(value).error?.issues.map(({ message }) => message) ?? null;

describe('a zone', () => {
  it.each(['Europe/Madrid', 'UTC', 'America/Argentina/Buenos_Aires'])('may be %s, however often it is asked', (zone) => {
    expect([problemOf(Zone, zone), problemOf(Zone, zone)]).toEqual([null, null]);
  });

  it.each(['', '+01:00', '-08:00', ' Europe/Madrid', 'Europe/Atlantis', '1Europe/Madrid', `Europe/${'x'.repeat(64)}`])(
    'is not %j',
    (zone) => {
      const problem = ['must be a time zone of the IANA data base, such as Europe/Madrid'];
      expect([problemOf(Zone, zone), problemOf(Zone, zone)]).toEqual([problem, problem]);
    },
  );
});

describe('a language', () => {
  const long = (signs: number): string => `en-x-${'abcdefgh-'.repeat(9).slice(0, signs - 5)}`;

  it.each(['en', 'es-ES', 'ru', 'zh-Hant-TW', long(64)])('may be %s', (tag) => {
    expect(problemOf(Locale, tag)).toBeNull();
  });

  it.each(['', 'not a tag', 'e', long(66)])('is not %j', (tag) => {
    expect(problemOf(Locale, tag)).toEqual(['must be a language tag, such as en-GB, es or ru']);
  });
});
