import { buildConfiguration } from '../configuration/build-configuration.js';
import { lead, type Story, subject } from '../testing/story.js';
import { foldSubject } from './fold-subject.js';
import { viewOf } from './lead-view.js';
import { odditiesOf } from './oddities.js';

const stage = (id: string) => ({ id, name: id, probability: 0.5 });
const pipeline = subject('default').tell('pipeline.set', '08:00', { stages: [stage('new'), stage('talk')] });
function odd(story: Story, ...configuration: readonly Story[]): readonly string[] {
  const settings = buildConfiguration(configuration.flatMap(({ events }) => events));
  const { state } = foldSubject(story.events);
  return odditiesOf(state, settings, viewOf(state, settings));
}
const ada = lead('ada').arrived('09:00');
const eur = (amount: number) => ({ amount: { amount, currency: 'EUR' } });

describe('odd data', () => {
  it('is nothing that can well be so', () => {
    const told = ada
      .called('09:02', 'ana', 'connected')
      .touched('09:10', { touchpoint: 'm', channel: 'meeting', outcome: 'booked' })
      .touched('10:10', { touchpoint: 'm', channel: 'meeting', outcome: 'held' })
      .opened('11:00', 'new', eur(10))
      .moved('12:00', 'talk')
      .won('13:00', eur(0))
      .reopened('14:00')
      .won('15:00');
    expect(odd(told, pipeline)).toEqual([]);
  });

  it.each([
    ['answer_before_arrival', lead('ada').called('08:59', 'ana', 'connected').arrived('09:00')],
    [
      'held_before_booked',
      ada
        .touched('09:10', { touchpoint: 'm', channel: 'meeting', outcome: 'held' })
        .touched('09:20', { touchpoint: 'm', channel: 'meeting', outcome: 'booked' }),
    ],
    ['won_twice', ada.won('10:00', eur(5)).won('11:00', eur(7))],
    ['lost_twice', ada.lost('10:00').lost('11:00')],
    ['unknown_stage', ada.opened('10:00', 'dream')],
    ['negative_amount', ada.opened('10:00', 'new', eur(-1))],
    ['negative_amount', lead('ada').arrived('09:00', { value: { amount: -5, currency: 'EUR' } })],
  ])('names %s', (code, story) => {
    expect(odd(story, pipeline)).toEqual([code]);
  });

  it('knows no unknown stage where no pipeline is configured', () => {
    expect(odd(ada.opened('10:00', 'dream'))).toEqual([]);
  });

  it('is odd no more when what made it so is taken back', () => {
    expect(odd(ada.won('10:00').won('11:00').takenBack('12:00', 'e3'))).toEqual([]);
  });
});
