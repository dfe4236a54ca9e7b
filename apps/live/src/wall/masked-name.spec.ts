import { maskedName } from './masked-name.js';

describe('the name that a wall shows', () => {
  it.each([
    ['María Fernández', 'María F.'],
    ['Алексей Кузнецов', 'Алексей К.'],
    ['  John   Ronald Reuel  Tolkien ', 'John T.'],
    ['Carlos', 'Carlos'],
    ["Anne-Marie o'Neil", 'Anne-Marie O.'],
    ['李 小龙', '李 小.'],
  ])('is first name and initial: %s', (name, shown) => {
    expect(maskedName(name, 'lead-1')).toBe(shown);
  });

  it.each([[null], [''], ['   '], ['john@example.com'], ['+34 600 123 456'], ['John 600123456'], ['<b>x</b>']])(
    'is a short id where there is no name: %s',
    (name) => {
      expect(maskedName(name, 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6')).toBe('#…1e6bf6');
    },
  );

  it('keeps a short id whole', () => {
    expect(maskedName(null, '4711')).toBe('#4711');
  });

  it('cuts a first name that would not fit', () => {
    expect(maskedName('Wolfeschlegelsteinhausenbergerdorff Plus', 'x')).toBe('Wolfeschlegelsteinh… P.');
  });
});
