import { buildConfiguration } from '../configuration/build-configuration.js';
import { at } from '../testing/clock-time.js';
import { lead, type Story, subject } from '../testing/story.js';
import { opportunityAt } from './deal-stages.js';
import { foldSubject } from './fold-subject.js';

/** Of `new talk! offer` the second has the role opportunity. */
const stages = (names: string) =>
  names.split(' ').map((name) => {
    const id = name.replace('!', '');
    return { id, name: id, probability: 0.5, ...(name.endsWith('!') && { role: 'opportunity' as const }) };
  });

const pipeline = (time: string, names: string) => subject('default').tell('pipeline.set', time, { stages: stages(names) });

const sales = pipeline('08:00', 'new talk! offer');

/** When the first deal of a story was an opportunity. */
const reached = (story: Story, ...configuration: readonly Story[]) => {
  const deal = foldSubject(story.events).state.deals[0];
  if (deal === undefined) throw new Error('a story without a deal');
  return opportunityAt(deal, buildConfiguration(configuration.flatMap(({ events }) => events)));
};

describe('a deal is an opportunity', () => {
  it('from its first entry of the stage of that role, or of one past it', () => {
    expect(reached(lead('ada').opened('09:00', 'new').moved('10:00', 'talk').moved('11:00', 'offer'), sales)).toBe(at('10:00'));
    expect(reached(lead('ada').opened('09:00', 'new').moved('11:00', 'offer').moved('12:00', 'talk'), sales)).toBe(at('11:00'));
    expect(reached(lead('ada').opened('09:00', 'new'), sales)).toBeNull();
  });

  it('once and for ever: going back, losing and reopening undo nothing', () => {
    const story = lead('ada').opened('09:00', 'talk').moved('10:00', 'new').lost('11:00').reopened('12:00', 'new');
    expect(reached(story, sales)).toBe(at('09:00'));
  });

  it('from the win, if it never stood there; a loss makes none', () => {
    expect(reached(lead('ada').opened('09:00', 'new').won('10:00').reopened('11:00', 'new'), sales)).toBe(at('10:00'));
    expect(reached(lead('ada').opened('09:00', 'new').lost('10:00'), sales)).toBeNull();
  });

  it('is none in a stage that its pipeline lacks', () => {
    expect(reached(lead('ada').opened('09:00', 'elsewhere').moved('10:00', 'offer'), sales)).toBe(at('10:00'));
  });

  it('from when it is known, where the pipeline is unknown or marks no stage', () => {
    const story = lead('ada').revised('09:00', { rep: 'ana' }).opened('10:00', 'new');
    expect(reached(story)).toBe(at('09:00'));
    expect(reached(story, pipeline('08:00', 'new talk'))).toBe(at('09:00'));
    expect(reached(story, sales)).toBeNull();
    expect(reached(lead('ada').opened('09:00', 'new').moved('10:00', 'new', { pipeline: 'renewal' }), sales)).toBe(at('10:00'));
  });

  it('by the version of the pipeline in force at the entry, the first one before all', () => {
    const story = lead('ada').opened('09:00', 'new').moved('10:00', 'talk').moved('11:00', 'offer');
    const twice = pipeline('08:00', 'new talk offer!').tell('pipeline.set', '10:30', { stages: stages('new talk! offer') });
    expect(reached(story, twice)).toBe(at('11:00'));
    expect(reached(story, pipeline('09:30', 'new talk! offer'))).toBe(at('10:00'));
  });
});
