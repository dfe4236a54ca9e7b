import { periodText } from './period-text.js';

const plain = (text: string | null): string | null => text?.replaceAll(/\s/g, ' ') ?? null;

it('says the last day that is in a period, as the language writes days', () => {
  expect(plain(periodText('en-GB', '2026-10-14', '2026-11-29'))).toBe('14 Oct – 28 Nov 2026');
  expect(plain(periodText('es-ES', '2026-10-14', '2026-11-29'))).toBe('14 oct – 28 nov 2026');
  expect(plain(periodText('ru-RU', '2026-12-31', '2027-01-02'))).toBe('31 дек. 2026 г. – 1 янв. 2027 г.');
});

it('says one day once, and an open end as open', () => {
  expect(plain(periodText('en-GB', '2026-10-14', '2026-10-15'))).toBe('14 Oct 2026');
  expect(plain(periodText('en-GB', '2026-10-14', null))).toBe('14 Oct 2026 –');
  expect(plain(periodText('en-GB', null, '2026-10-15'))).toBe('– 14 Oct 2026');
});

it('leaves instants, and a period that ends before it begins, to who knows them', () => {
  expect(periodText('en-GB', '2026-10-14T09:00:00Z', '2026-10-15')).toBe(null);
  expect(periodText('en-GB', '2026-10-14', '2026-10-14')).toBe(null);
});
