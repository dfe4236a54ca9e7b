import { personalIdKind } from './personal-id.js';

describe('an id', () => {
  it.each([
    'ada@example.com',
    ' Ada.Lovelace+leads@mail.example.co.uk',
    'mailto:ada@example.com',
    '<CAF123@mail.example.com>',
    'ада@пример.рф',
  ])('%s is an e-mail address', (id) => {
    expect(personalIdKind(id)).toBe('an e-mail address');
  });

  it.each([
    '+49 170 1234567',
    '+491701234567',
    '0049 30 1234567',
    '00491701234567',
    '030 1234567',
    '0170-1234567',
    '0170/1234567',
    '01701234567',
    '06 12 34 56 78',
    '(030) 1234567',
    '(555) 123-4567',
    '555-123-4567',
    '555.123.4567',
    '1-555-123-4567',
    '8 (916) 123-45-67',
    '8 916 123-45-67',
    'tel:+49-30-1234567',
    'TEL:5551234567',
  ])('%s is a telephone number', (id) => {
    expect(personalIdKind(id)).toBe('a telephone number');
  });

  it.each([
    'lead-1',
    '51234567890',
    '5551234567',
    '00012345',
    '0000123456789',
    '12',
    '2026-11-01',
    '2024-11-000123',
    'USR1116',
    't1',
    'tel',
    'call+491701234567',
    '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    '9e107d9d372bb6826bd81d3542a419d6',
    '1234567890123456789012',
    'ada@work',
    '@handle',
    '1.2.3',
    'Ada Lovelace',
    '',
  ])('%j is neither', (id) => {
    expect(personalIdKind(id)).toBeNull();
  });
});
