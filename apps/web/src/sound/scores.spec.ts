import { lengthOf, scores } from './scores.js';

const pitches = (name: keyof typeof scores): number[] => scores[name].map(({ hz }) => hz);

describe('the sounds', () => {
  it('are short: a fifth of a second for a lead, half for a late one, a second for a win', () => {
    expect([lengthOf('new'), lengthOf('breach'), lengthOf('win'), lengthOf('tick')]).toEqual([180, 450, 1_200, 80]);
  });

  it('rise for a new lead and fall for a late one', () => {
    const sorted = (name: keyof typeof scores, up: 1 | -1): number[] => [...pitches(name)].sort((a, b) => up * (a - b));
    expect(pitches('new')).toEqual(sorted('new', 1));
    expect(pitches('breach')).toEqual(sorted('breach', -1));
    expect(pitches('win')).toEqual(sorted('win', 1));
  });
});
