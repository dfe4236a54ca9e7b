import { at } from '../testing/clock-time.js';
import { lead, type Story } from '../testing/story.js';
import { foldSubject } from './fold-subject.js';
import { stageStays } from './stage-visits.js';

const minute = 60_000;
/** Stage, how many minutes in all, when it was left, when it was entered again. */
const stays = ({ events }: Story) =>
  foldSubject(events)
    .state.deals.flatMap(stageStays)
    .map(({ pipeline, stage, at: left, until, length }) => [pipeline, stage, length / minute, left, until] as const);
const ada = lead('ada').opened('09:00', 'new');

describe('the stays of a deal in a stage', () => {
  it('are none while it has not left the stage', () => {
    expect(stays(ada)).toEqual([]);
  });

  it('end with the next stage, and add up over visits', () => {
    const story = ada.moved('09:10', 'talk').moved('09:15', 'new').moved('09:35', 'offer');
    expect(stays(story)).toEqual([
      ['default', 'new', 10, at('09:10'), at('09:15')],
      ['default', 'new', 30, at('09:35'), null],
      ['default', 'talk', 5, at('09:15'), null],
    ]);
  });

  it('end when the deal is closed, and not when it is opened again', () => {
    expect(stays(ada.won('09:20'))).toEqual([['default', 'new', 20, at('09:20'), null]]);
    expect(stays(ada.lost('09:20').reopened('09:30', 'talk').won('09:45'))).toEqual([
      ['default', 'new', 20, at('09:20'), null],
      ['default', 'talk', 15, at('09:45'), null],
    ]);
  });

  it('end at once with an outcome of their own instant that comes after the entry, and not with one that comes before', () => {
    expect(stays(ada.won('09:00'))).toEqual([['default', 'new', 0, at('09:00'), null]]);
    // lost and opened again at one instant: the loss comes before the entry that the reopening makes
    expect(stays(ada.lost('09:20').reopened('09:20', 'talk').won('09:30'))).toEqual([
      ['default', 'new', 20, at('09:20'), null],
      ['default', 'talk', 10, at('09:30'), null],
    ]);
  });

  it('are told apart by pipeline, where both have a stage of that name', () => {
    expect(stays(ada.moved('09:10', 'new', { pipeline: 'renewal' }).moved('09:30', 'talk', { pipeline: 'renewal' }))).toEqual([
      ['default', 'new', 10, at('09:10'), null],
      ['renewal', 'new', 20, at('09:30'), null],
    ]);
  });
});
