import { layOut } from './table.js';

it('numbers stand to the right, words to the left', () => {
  expect(
    layOut([
      ['rep', 'value'],
      ['ana', '7'],
      ['Дмитрий', '120.5'],
    ]),
  ).toBe('rep      value\nana          7\nДмитрий  120.5\n');
});
