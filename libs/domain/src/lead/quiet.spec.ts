import { lead, type Story } from '../testing/story.js';
import { foldSubject } from './fold-subject.js';
import { quietSpans } from './quiet.js';

const ada = lead('ada').arrived('09:00').opened('10:00');
/** When the deal is at risk, as days and times of November. */
const quiet = ({ events }: Story): readonly string[] => {
  const { state } = foldSubject(events);
  const [deal] = state.deals;
  if (deal === undefined) throw new Error('no deal was opened');
  const clock = (instant: number | null): string => (instant === null ? 'on' : new Date(instant).toISOString().slice(5, 16));
  return quietSpans(state, deal).map(({ from, until }) => `${clock(from)} ${clock(until)}`);
};

describe('an open deal is at risk', () => {
  it('from fourteen days after it was opened, or went to another stage, until something is done', () => {
    expect(quiet(ada)).toEqual(['11-16T10:00 on']);
    expect(quiet(ada.moved('mon+1 12:00', 'next'))).toEqual(['11-23T12:00 on']);
    expect(quiet(ada.moved('mon+3 12:00', 'next'))).toEqual(['11-16T10:00 11-23T12:00', '12-07T12:00 on']);
    // done at the very end of the fourteenth day it never was
    expect(quiet(ada.moved('mon+2 10:00', 'next'))).toEqual(['11-30T10:00 on']);
  });

  it('not while people of either side touch its lead; what machines do, and tasks, count for nothing', () => {
    const touched = (more: Parameters<Story['touched']>[1]) => quiet(ada.touched('mon+1 10:00', more));
    expect([touched({ rep: 'ana' }), touched({ direction: 'inbound' })]).toEqual([['11-23T10:00 on'], ['11-23T10:00 on']]);
    for (const nothing of [{ actor: 'automated' }, { actor: 'ai' }, { channel: 'task' }] as const)
      expect([nothing, touched(nothing)]).toEqual([nothing, ['11-16T10:00 on']]);
    // whichever came first in the log
    expect(quiet(ada.moved('mon+2 09:00', 'next').touched('mon+1 10:00', { rep: 'ana' }))).toEqual(['11-30T09:00 on']);
  });

  it('not before it is known, counted from what was done before, else from then', () => {
    const early = lead('ada').touched('10:00', { rep: 'ana' });
    expect(quiet(early.opened('mon+3 10:00'))).toEqual(['12-07T10:00 on']);
    const unopened = early.revised('mon+3 10:00', { rep: 'ana' });
    expect(quiet(unopened)).toEqual(['11-23T10:00 on']);
    expect(quiet(lead('ada').revised('mon+3 10:00', { rep: 'ana' }))).toEqual(['12-07T10:00 on']);
  });

  it('not once it is won or lost, and again from when it is reopened', () => {
    expect(quiet(ada.won('mon+1 10:00'))).toEqual([]);
    expect(quiet(ada.lost('mon+3 10:00'))).toEqual(['11-16T10:00 11-23T10:00']);
    expect(quiet(ada.lost('mon+3 10:00').reopened('mon+4 10:00'))).toEqual(['11-16T10:00 11-23T10:00', '12-14T10:00 on']);
  });
});
