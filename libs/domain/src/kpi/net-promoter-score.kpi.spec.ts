import { asking, given } from '../testing/given.js';
import { subject } from '../testing/story.js';
import { netPromoterScore } from './net-promoter-score.kpi.js';

const answer = (name: string, score: number, time = '09:00', by: { rep?: string; team?: string } = {}) =>
  subject(name).tell('survey.answered', time, { score, ...by });

describe('net promoter score', () => {
  it('is null while nobody has answered', () => {
    given().when(asking(netPromoterScore)).then({ value: null, n: 0 });
  });

  it('is promoters less detractors of all answers: 9 promotes, 8 and 7 do neither, 6 detracts', () => {
    given(answer('a', 10), answer('b', 9), answer('c', 8), answer('d', 3)).when(asking(netPromoterScore)).then({ value: 25, n: 4 });
    given(answer('a', 7), answer('b', 6), answer('c', 0))
      .when(asking(netPromoterScore))
      .then({ value: -200 / 3, promoters: 0, passives: 1, detractors: 2 });
  });

  it('counts every survey once: a second answer replaces the first from its own instant', () => {
    const twice = answer('a', 2).tell('survey.answered', 'tue 09:00', { score: 9 });
    given(twice)
      .when(asking(netPromoterScore, {}, 'tue 08:59'))
      .then({ value: -100, n: 1 });
    given(twice).when(asking(netPromoterScore)).then({ value: 100, n: 1 });
    given(twice)
      .when(asking(netPromoterScore, { from: '2026-11-02', to: '2026-11-03' }))
      .then({ value: null, n: 0 });
  });

  it('is the named rep’s, and of the named team, else of the rep’s team when it was answered', () => {
    const ana = (time: string, team: string) => subject('ana').tell('rep.set', time, { name: 'Ana', team, active: false }, { id: time });
    const stories = [
      ana('08:00', 'north'),
      ana('10:00', 'south'),
      answer('a', 9, '09:00', { rep: 'ana' }),
      answer('b', 1, '09:00', { rep: 'ana', team: 'west' }),
    ];
    given(...stories)
      .when(asking(netPromoterScore, { by: 'rep' }))
      .then({ key: { rep: 'ana' }, value: 0, n: 2 });
    given(...stories)
      .when(asking(netPromoterScore, { by: 'team' }))
      .then({ key: { team: 'north' }, value: 100 }, { key: { team: 'west' }, value: -100 });
  });
});
