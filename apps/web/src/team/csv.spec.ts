import { csvOf } from './csv.js';

describe('a CSV file', () => {
  it('has its lines, quoted where needed, empty where there is no value', () => {
    expect(
      csvOf([
        ['Rep', 'Answered'],
        ['Ana "la rápida", Madrid', 31],
        [null, 0.5],
      ]),
    ).toBe('\u{FEFF}Rep,Answered\r\n"Ana ""la rápida"", Madrid",31\r\n,0.5\r\n');
  });

  it('runs no formula', () => {
    expect(csvOf([['=1+1', '-2', '@a', -2]])).toBe("\u{FEFF}'=1+1,'-2,'@a,-2\r\n");
  });
});
