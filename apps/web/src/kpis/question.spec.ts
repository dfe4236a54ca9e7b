import { narrowed, pathOf, type Question, readQuestion, writeQuestion } from './question.js';

const blank: Question = {
  kpi: 'win-ratio',
  window: null,
  from: null,
  to: null,
  asOf: null,
  knownAt: null,
  by: [],
  filters: {},
  params: {},
};
const read = (text: string, parameters: readonly string[] = ['clock']) => readQuestion('win-ratio', new URLSearchParams(text), parameters);

describe('the address of a question', () => {
  it('says all that is asked, and reads back as the same question', () => {
    const question: Question = {
      ...blank,
      window: '7d',
      asOf: '2026-11-24T09:30:00Z',
      knownAt: '2026-11-25',
      by: ['rep', 'origin'],
      filters: { team: ['north', 'null'], origin: ['web'] },
      params: { clock: 'wall' },
    };
    const address = writeQuestion(question);
    expect(address.toString()).toBe(
      'window=7d&as_of=2026-11-24T09%3A30%3A00Z&known_at=2026-11-25&by=rep%2Corigin&clock=wall&origin=web&team=north%2Cnull',
    );
    expect(readQuestion('win-ratio', address, ['clock'])).toEqual(question);
  });

  it('is empty for a question about everything', () => {
    expect(writeQuestion(blank).toString()).toBe('');
    expect(read('')).toEqual(blank);
  });

  it('is the same for equal questions, however they were written', () => {
    const written = (text: string) => writeQuestion(read(text)).toString();
    expect(written('team=a&origin=b&team=c&by=rep&by=origin')).toBe(written('by=rep,origin&origin=b&team=a,c,a'));
  });

  it('tells a parameter of the KPI from a dimension of that name', () => {
    expect(read('actor=any', ['actor'])).toMatchObject({ params: { actor: 'any' }, filters: {} });
    expect(read('actor=human', [])).toMatchObject({ params: {}, filters: { actor: ['human'] } });
  });

  it('keeps what nobody knows, for the server to say what is wrong with it', () => {
    expect(read('colour=red&window=noon')).toMatchObject({ window: 'noon', filters: { colour: ['red'] } });
  });

  it('takes nothing of how the answer is looked at', () => {
    expect(read('view=rows&in=rep:ana&out=pending&sort=-n&bucket=day&lead=ada&lang=ru')).toEqual(blank);
  });

  it('leaves out an empty filter', () => {
    expect(read('team=&origin=,').filters).toEqual({});
  });
});

describe('the question about one group', () => {
  const dimensions = ['rep', 'origin', 'stage'];

  it('asks for its members, no value too, and groups by nothing', () => {
    const question = { ...blank, by: ['rep', 'origin'], filters: { rep: ['ana', 'luis'], team: ['north'] } };
    expect(narrowed(question, { rep: 'ana', origin: null }, dimensions)).toEqual({
      ...blank,
      filters: { rep: ['ana'], origin: ['null'], team: ['north'] },
    });
  });

  it('leaves out what cannot be filtered by', () => {
    expect(narrowed(blank, { band: '0-5', rep: 'ana' }, dimensions).filters).toEqual({ rep: ['ana'] });
  });
});

describe('where a question is asked', () => {
  it('is its address under the KPI, with what a part takes more', () => {
    expect(pathOf(blank)).toBe('/v1/kpis/win-ratio');
    expect(pathOf({ ...blank, window: 'today' }, '/trend', { bucket: 'hour' })).toBe('/v1/kpis/win-ratio/trend?window=today&bucket=hour');
  });
});
