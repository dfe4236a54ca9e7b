import { answerBand, bandOf, bands, writeBands } from './bands.js';

const minute = 60_000;

describe('the band of an answer', () => {
  it('holds its upper bound, and the last band all that is longer', () => {
    const ends = [0, 5 * minute, 5 * minute + 1, 15 * minute, 15 * minute + 1, 60 * minute, 60 * minute + 1, 99_999 * minute];
    expect(ends.map(bandOf)).toEqual(['0-5', '0-5', '5-15', '5-15', '15-60', '15-60', '60+', '60+']);
    expect(bands).toEqual(['0-5', '5-15', '15-60', '60+', 'unanswered']);
  });

  it('is written once where both clocks agree, and read back by either', () => {
    expect(writeBands('0-5', '0-5')).toBe('0-5');
    expect([answerBand('0-5', 'working'), answerBand('0-5', 'wall')]).toEqual(['0-5', '0-5']);
    const two = writeBands('5-15', '60+');
    expect([answerBand(two, 'working'), answerBand(two, 'wall')]).toEqual(['5-15', '60+']);
  });

  it('is none where there was no answer', () => {
    expect([null, 'unanswered', 'before_arrival'].map((part) => answerBand(part, 'wall'))).toEqual([null, null, null]);
  });
});
