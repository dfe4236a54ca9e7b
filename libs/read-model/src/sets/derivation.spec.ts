import { madeOtherwise } from './derivation.js';

describe('a set and the program that writes it', () => {
  it('have nothing to say when both are of one derivation', () => {
    expect(madeOtherwise({ set: 4, program: 4 })).toBeNull();
  });

  it.each([
    ['an older one', 3, 'the set was made by derivation 3, this program makes 4: figures mix both; run leadclock rebuild'],
    ['one without a number', null, /^the set was made before derivations were numbered, this program makes 4: .* run leadclock rebuild$/],
    [
      'a newer one',
      5,
      /^the set was made by derivation 5, this program makes 4: .* start the newer program again, or run leadclock rebuild/,
    ],
  ])('name both and the way out when the set is of %s', (_, set, says) => {
    expect(madeOtherwise({ set, program: 4 })).toEqual(typeof says === 'string' ? says : expect.stringMatching(says));
  });
});
