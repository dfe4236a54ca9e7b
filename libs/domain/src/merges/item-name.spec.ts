import { itemName } from './item-name.js';

it('two things of a merged lead never share a name', () => {
  const names = [
    itemName('ada', 'ada', 'call'),
    itemName('ada', 'bob', 'call'),
    itemName('ada', 'ada', '["bob","call"]'),
    itemName('ada', 'bob', '["bob","call"]'),
    itemName('ada', 'ada', 'bob'),
  ];
  expect(new Set(names).size).toBe(names.length);
  expect(names.slice(0, 2)).toEqual(['call', '["bob","call"]']);
});
