import { at } from '../testing/clock-time.js';
import { factsOfStories } from '../testing/given.js';
import { lead, type Story, subject } from '../testing/story.js';

const funnelOf = (...stories: readonly Story[]) =>
  factsOfStories(stories)
    .filter(({ kind }) => kind === 'funnel')
    .map(({ part, stage, at: when, from, until, rep, outcome }) => ({ part, stage, at: when, from, until, rep, outcome }));
const ada = lead('ada').arrived('09:00', { owner: 'ana' });

describe('the rows of a funnel', () => {
  it('are one for each stage reached, the furthest of which says where the lead stands', () => {
    expect(funnelOf(ada.called('09:10', 'ana').called('10:00', 'ana', 'connected'))).toEqual([
      { part: 'entered', stage: 'answered', at: at('09:10'), from: at('09:10'), until: at('10:00'), rep: 'ana', outcome: 'standing' },
      { part: 'entered', stage: 'answered', at: at('09:10'), from: at('10:00'), until: null, rep: 'ana', outcome: null },
      { part: 'entered', stage: 'contacted', at: at('10:00'), from: at('10:00'), until: null, rep: 'ana', outcome: 'standing' },
    ]);
  });

  it('say the furthest apart while the lead is somebody else’s than it was then', () => {
    const handed = funnelOf(ada.called('09:10', 'ana').assigned('10:00', 'luis').assigned('11:00', 'ana'));
    expect(handed.filter(({ part }) => part === 'furthest')).toEqual([
      { part: 'furthest', stage: 'answered', at: null, from: at('10:00'), until: at('11:00'), rep: 'luis', outcome: null },
    ]);
    expect(handed.map(({ from, outcome }) => [from, outcome])).toEqual([
      [at('09:10'), 'standing'],
      [at('10:00'), null],
      [at('10:00'), null],
      [at('11:00'), 'standing'],
    ]);
  });

  it('say the furthest apart from when the rep of the entry changes teams', () => {
    const rep = (time: string, team: string) => subject('ana').tell('rep.set', time, { name: 'Ana', team, active: true }, { id: time });
    const moved = funnelOf(rep('08:00', 'north'), rep('10:00', 'south'), ada.called('09:10', 'ana'));
    expect(moved.filter(({ part }) => part === 'furthest')).toMatchObject([{ stage: 'answered', from: at('10:00'), until: null }]);
  });

  it('have a stage as skipped from when a later one is reached, with who reached that', () => {
    const skipped = funnelOf(ada.qualified('10:00', 'luis')).filter(({ part }) => part === 'skipped');
    expect(skipped).toEqual(
      ['answered', 'contacted', 'meeting'].map((stage) => ({
        part: 'skipped',
        stage,
        at: at('10:00'),
        from: at('10:00'),
        until: null,
        rep: 'luis',
        outcome: null,
      })),
    );
  });

  it('have no stage as skipped that was reached first; one that is taken back leaves its place to the skipping', () => {
    const mail = { touchpoint: 'm', channel: 'email', rep: 'ana' } as const;
    const qualified = ada.touched('09:10', { ...mail, outcome: 'sent' }).qualified('10:00', 'luis');
    const answered = (story: Story) => funnelOf(story).filter(({ stage }) => stage === 'answered');
    expect(answered(qualified).map(({ part }) => part)).toEqual(['entered', 'entered']);
    const bounced = qualified.touched('11:00', { ...mail, outcome: 'bounced' });
    expect(answered(bounced).map(({ part, from, until }) => [part, from, until])).toEqual([
      ['entered', at('09:10'), at('10:00')],
      ['entered', at('10:00'), at('11:00')],
      ['skipped', at('11:00'), null],
    ]);
  });
});
