import { memberOf, withMember, withoutMember } from './record.js';

describe('a record by id', () => {
  it('has only what was put into it, whatever the id is', () => {
    expect([memberOf({}, 'constructor'), memberOf({}, '__proto__'), memberOf({ a: 1 }, 'a')]).toEqual([undefined, undefined, 1]);
    expect(memberOf(withMember({}, '__proto__', 2, 5), '__proto__')).toBe(2);
  });

  it('drops the oldest of too many, and keeps what was put in last', () => {
    const full = ['a', 'b', 'c'].reduce<Record<string, number>>((record, id) => withMember(record, id, 1, 2), {});
    expect(Object.keys(full)).toEqual(['b', 'c']);
    expect(Object.keys(withMember(full, 'b', 2, 2))).toEqual(['c', 'b']);
    expect(withoutMember(full, 'b')).toEqual({ c: 1 });
  });
});
