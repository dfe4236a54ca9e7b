import { dialable } from './telephone.js';

describe('a number to dial', () => {
  it.each([
    ['+1 555 0142', 'tel:+15550142'],
    ['(0034) 91-555', 'tel:003491555'],
    ['"><script>', 'tel:'],
    ['555,,12#', 'tel:555,,12#'],
  ])('of %s is %s', (phone, address) => {
    expect(dialable(phone)).toBe(address);
  });
});
