import { csvLine } from './fact-row.js';

describe('a line of CSV', () => {
  it('quotes what would break it', () => {
    expect(csvLine(['a,b', 'say "no"', 'x\ny', null, 7])).toBe('"a,b","say ""no""","x\ny",,7\r\n');
  });

  it('keeps a spreadsheet from running a cell', () => {
    expect(csvLine(['=cmd()', '-2', '@x', '+1'])).toBe("'=cmd(),'-2,'@x,'+1\r\n");
  });

  it('leaves a negative number alone', () => {
    expect(csvLine([-2])).toBe('-2\r\n');
  });
});
