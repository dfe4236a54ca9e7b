import { type Question, readQuestion } from './question.js';
import { plainView, readView, type View, writeView } from './view.js';

const question: Question = readQuestion('leads-created', new URLSearchParams('window=7d&by=rep'), []);
const back = (view: View, before = '') => readView(writeView(new URLSearchParams(before), question, view));

describe('the address of what is looked at', () => {
  it('says nothing of a plain view', () => {
    expect(writeView(new URLSearchParams(), question, plainView).toString()).toBe('window=7d&by=rep');
    expect(readView(new URLSearchParams('window=7d'))).toEqual(plainView);
  });

  it('reads back: tab, group, step, order and lead', () => {
    const view: View = {
      tab: 'rows',
      group: { rep: 'ana', origin: null },
      excluded: 'pending',
      bucket: 'week',
      sort: '-n',
      lead: 'lead-1',
    };
    expect(back(view)).toEqual(view);
  });

  it('keeps a value with a colon in it', () => {
    expect(back({ ...plainView, group: { campaign: 'a:b' } }).group).toEqual({ campaign: 'a:b' });
  });

  it('keeps the language of the page, and nothing else that stood there', () => {
    const address = writeView(new URLSearchParams('lang=ru&colour=red&lead=x'), question, plainView);
    expect(address.toString()).toBe('window=7d&by=rep&lang=ru');
  });

  it('takes what nobody understands as if it were not there', () => {
    expect(readView(new URLSearchParams('view=up&in=:x&in=rep&bucket=year'))).toEqual(plainView);
  });
});
