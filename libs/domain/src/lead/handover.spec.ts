import { at } from '../testing/clock-time.js';
import { lead, type Story } from '../testing/story.js';
import { foldSubject } from './fold-subject.js';
import { handoverEnd, openHandover } from './handover.js';

const between = { from: 'ana', to: 'luis' };
const ofAna = lead('ada').arrived('09:00', { owner: 'ana' });
const offered = ofAna.tell('lead.handover_offered', '09:01', between);
const open = (story: Story) => openHandover(foldSubject(story.events).state);
const latest = (story: Story) => foldSubject(story.events).state.handover;

describe('a handover that was offered', () => {
  it('is open under the name of its event', () => {
    expect(open(offered)).toEqual({
      event: { source: '/story', id: 'e2' },
      at: at('09:01'),
      ...between,
      answer: null,
    });
    expect(open(ofAna)).toBeNull();
  });

  it.each([
    ['accepted', offered.handedOver('09:02', 'ana', 'luis'), 'accepted'],
    ['declined', offered.tell('lead.handover_declined', '09:02', between), 'declined'],
  ])('is over once it is %s, by the first answer', (_what, story, how) => {
    expect(open(story)).toBeNull();
    const again = story.tell('lead.handover_declined', '09:03', between).handedOver('09:04', 'ana', 'luis');
    for (const told of [story, again]) expect(latest(told)?.answer).toEqual({ how, at: at('09:02') });
  });

  it('is answered by what is said between the two, not between others', () => {
    const story = offered.tell('lead.handover_declined', '09:02', { from: 'ana', to: 'rosa' });
    expect(open(story)?.to).toBe('luis');
    expect(latest(lead('bob').tell('lead.handover_declined', '09:02', between))).toBeNull();
  });

  it('makes way for a later offer', () => {
    const story = offered.tell('lead.handover_offered', '09:02', { from: 'ana', to: 'rosa' });
    expect(open(story)).toMatchObject({ to: 'rosa', event: { id: 'e3' } });
    expect(open(story.tell('lead.handover_declined', '09:03', between))?.to).toBe('rosa');
  });

  it('lapses when somebody else gets the lead, though it came back to who had offered it', () => {
    expect(open(offered.assigned('09:02', null))).toBeNull();
    expect(open(offered.assigned('09:02', 'rosa').assigned('09:03', 'ana'))).toBeNull();
    expect(open(offered.assigned('09:02', 'ana'))?.to).toBe('luis');
  });

  it('cannot be open of a lead that whoever offered it does not have', () => {
    expect(open(lead('bob').arrived('09:00').tell('lead.handover_offered', '09:01', between))).toBeNull();
    expect(open(lead('cy').arrived('09:00', { owner: 'rosa' }).tell('lead.handover_offered', '09:01', between))).toBeNull();
  });

  it('was never made when it is taken back', () => {
    expect(latest(offered.takenBack('09:02', 'e2'))).toBeNull();
  });
});

describe('how an offer ended', () => {
  const endOf = (story: Story, closedAt: number | null = null) => handoverEnd(foldSubject(story.events).state, closedAt);

  it('is nothing while it can be accepted, or where there was none', () => {
    expect(endOf(offered)).toBeNull();
    expect(endOf(ofAna)).toBeNull();
  });

  it('is its answer', () => {
    expect(endOf(offered.tell('lead.handover_declined', '09:02', between))).toEqual({ how: 'declined', at: at('09:02') });
    expect(endOf(offered.handedOver('09:02', 'ana', 'luis'))).toEqual({ how: 'accepted', at: at('09:02') });
  });

  it('is that the lead changed hands, at the first change, or was closed', () => {
    expect(endOf(offered.assigned('09:03', 'eva').assigned('09:04', 'ana'))).toEqual({ how: 'lapsed', at: at('09:03') });
    expect(endOf(offered, at('09:05'))).toEqual({ how: 'lapsed', at: at('09:05') });
  });

  it('is at once where somebody offered what was not his', () => {
    expect(endOf(ofAna.tell('lead.handover_offered', '09:01', { from: 'luis', to: 'eva' }))).toEqual({ how: 'lapsed', at: at('09:01') });
  });
});
