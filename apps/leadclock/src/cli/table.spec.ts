import { csvLine, layOut } from './table.js';

it('numbers stand to the right, words to the left', () => {
  expect(
    layOut([
      ['rep', 'value'],
      ['ana', '7'],
      ['Дмитрий', '120.5'],
    ]),
  ).toBe('rep      value\nana          7\nДмитрий  120.5\n');
});

it('a cell with a comma, a quote or a new line is quoted', () => {
  expect(csvLine(['a,b', 'say "hi"', 'plain'])).toBe('"a,b","say ""hi""",plain\r\n');
});
