import { at } from '../testing/clock-time.js';
import { factsOfStories } from '../testing/given.js';
import { lead, type Story } from '../testing/story.js';

const verdicts = (story: Story) =>
  factsOfStories([story])
    .filter(({ kind }) => kind === 'target')
    .map(({ part, from, due, rep, item }) => ({ part, from, due, rep, item }));
const ada = lead('ada').arrived('09:00', { owner: 'ana' });

describe('the row of a deadline', () => {
  it('is none while it is neither met nor missed, nor after a close before it', () => {
    expect(verdicts(ada.disqualified('09:03'))).toEqual([]);
  });

  it('is met from the answer on, by who answered, and names no deadline', () => {
    expect(verdicts(ada.called('09:04', 'luis'))).toEqual([{ part: 'met', from: at('09:04'), due: null, rep: 'luis', item: 'call-09:04' }]);
  });

  it('is breached from the deadline on, by who had the lead then and not by who has it later', () => {
    expect(verdicts(ada.assigned('09:03', 'eva').assigned('09:30', 'luis'))).toEqual([
      { part: 'breached', from: at('09:05'), due: at('09:05'), rep: 'eva', item: null },
    ]);
  });

  it('stands as it was at the deadline, though its answer is taken back after it', () => {
    const mail = { touchpoint: 'm', channel: 'email', rep: 'ana' } as const;
    const sent = ada.touched('09:02', { ...mail, outcome: 'sent' });
    expect(verdicts(sent.touched('10:00', { ...mail, outcome: 'bounced' }))).toMatchObject([{ part: 'met', rep: 'ana' }]);
    expect(verdicts(sent.touched('09:04', { ...mail, outcome: 'bounced' }))).toMatchObject([{ part: 'met' }, { part: 'breached' }]);
  });

  it('is breached, when a closing over it is taken back, from then on by who has the lead then', () => {
    expect(verdicts(ada.disqualified('09:03').assigned('09:20', 'luis').qualified('09:30'))).toEqual([
      { part: 'breached', from: at('09:30'), due: at('09:05'), rep: 'luis', item: null },
    ]);
  });

  it('that was missed stays missed by who had the lead when an answer comes late', () => {
    expect(verdicts(ada.called('09:06', 'luis', 'connected'))).toMatchObject([{ part: 'breached', from: at('09:05'), rep: 'ana' }]);
  });
});
