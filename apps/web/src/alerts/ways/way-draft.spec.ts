import { changeOf, isSameDraft, newWayOf, type WayDraft } from './way-draft.js';

const before: WayDraft = { name: 'crm', kind: 'webhook', listener: 'everybody', address: '', language: 'en', renews: false };

it('a new way is written without the blanks around what was typed', () => {
  expect(newWayOf({ ...before, name: ' crm ', address: ' https://x.example/a ' })).toEqual({
    way: 'crm',
    kind: 'webhook',
    for: 'everybody',
    address: 'https://x.example/a',
    language: 'en',
  });
});

it.each([
  [{}, {}],
  [{ listener: 'channel:x' }, { for: 'channel:x' }],
  [{ address: 'https://y.example' }, { address: 'https://y.example' }],
  [{ address: '  ' }, {}],
  [{ language: 'ru' }, { language: 'ru' }],
  [{ renews: true }, { new_secret: true }],
])('of a way that changes by %j only that is written', (change, written) => {
  expect(changeOf({ ...before, ...change }, before)).toEqual(written);
});

it.each(['name', 'kind', 'listener', 'address', 'language'] as const)('a draft that differs in %s is another', (field) => {
  expect([isSameDraft(before, { ...before }), isSameDraft(before, { ...before, [field]: 'other' })]).toEqual([true, false]);
});

it('a draft that renews the secret is another', () => {
  expect(isSameDraft(before, { ...before, renews: true })).toBe(false);
});
