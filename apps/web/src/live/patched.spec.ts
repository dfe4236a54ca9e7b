import { patched } from './patched.js';

interface Floor {
  readonly pending: string | null;
  readonly leads: Readonly<Record<string, { readonly name: string }>>;
}
const floor: Floor = { pending: null, leads: { a: { name: 'Ana' }, b: { name: 'Bo' } } };

describe('a patch', () => {
  it('sets whole keys and leaves the others, and an undefined key is no change', () => {
    expect(patched(floor, { set: { pending: 'sweep', leads: undefined } })).toEqual({ ...floor, pending: 'sweep' });
  });

  it('changes members, adds new ones and takes away those that are null', () => {
    const next = patched(floor, { set: {}, members: { leads: { a: null, b: { name: 'Bob' }, c: { name: 'Cy' } } } });
    expect(next.leads).toEqual({ b: { name: 'Bob' }, c: { name: 'Cy' } });
  });

  it('lays members over a part that it sets itself', () => {
    const next = patched(floor, { set: { leads: { d: { name: 'Di' } } }, members: { leads: { e: { name: 'Ed' } } } });
    expect(next.leads).toEqual({ d: { name: 'Di' }, e: { name: 'Ed' } });
  });

  it('takes a key named __proto__ for a key, and changes nothing but the state', () => {
    const hostile: Record<string, unknown> = JSON.parse('{"__proto__": {"name": "x"}}');
    const next = patched(floor, { set: {}, members: { leads: hostile } });
    expect(Object.keys(next.leads)).toContain('__proto__');
    expect(Object.getPrototypeOf(next)).toBe(Object.prototype);
  });
});
