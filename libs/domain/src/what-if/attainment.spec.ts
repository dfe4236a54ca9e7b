import { buildConfiguration } from '../configuration/build-configuration.js';
import { foldSubject } from '../lead/fold-subject.js';
import { at } from '../testing/clock-time.js';
import { lead, type Story, subject } from '../testing/story.js';
import { attainment, leadVerdict } from './attainment.js';
import { CountsBeside } from './counts-beside.js';

const site = subject('site').tell('site.set', '08:00', { name: 'Us', zone: 'Asia/Kolkata', locale: 'en', currency: 'INR' });
const verdict = (story: Story, asOf: string, configuration: readonly Story[] = [site]) =>
  leadVerdict(foldSubject(story.events).state, buildConfiguration(configuration.flatMap(({ events }) => events)), at(asOf));
const ada = lead('ada').arrived('09:00', { owner: 'ana', team: 'north' });

describe('whether a lead was answered by its deadline', () => {
  it('is not said before the deadline, nor of what never came', () => {
    expect([verdict(ada, '08:59'), verdict(ada, '09:04:59.999')]).toEqual([null, null]);
    expect(verdict(lead('ada').called('09:00', 'ana'), 'tue 09:00')).toBeNull();
    expect(verdict(ada.disqualified('09:01'), 'tue 09:00')).toBeNull();
  });

  it('is said from the deadline on, or from an answer in time, with the team and the hour of arrival where the site is', () => {
    expect(verdict(ada, '09:05')).toEqual({ says: 'breached', team: 'north', hour: 14 });
    expect(verdict(ada.called('09:03', 'ana'), '09:03')).toEqual({ says: 'met', team: 'north', hour: 14 });
    expect(verdict(ada.called('09:06', 'ana'), 'tue 09:00')).toMatchObject({ says: 'breached' });
    expect(verdict(lead('bob').arrived('20:00'), 'tue 09:00', [])).toEqual({ says: 'breached', team: null, hour: 20 });
  });

  it('is a share of those that were judged; of none there is none', () => {
    expect([attainment({ met: 3, breached: 1 }), attainment({ met: 1, breached: 1 })]).toEqual([0.75, 0.5]);
    expect([attainment({ met: 2, breached: 0 }), attainment({ met: 0, breached: 2 })]).toEqual([1, 0]);
    expect(attainment({ met: 0, breached: 0 })).toBeNull();
  });
});

it('leads are counted by name, on each side by itself', () => {
  const counts = new CountsBeside<string>();
  expect(counts.inOrder(() => 0)).toEqual([]);
  for (const name of ['b', 'a', 'b']) counts.count(name, 'then', 'met');
  counts.count('b', 'replayed', 'breached');
  expect(counts.inOrder((a, b) => (a < b ? -1 : 1))).toEqual([
    { name: 'a', then: { met: 1, breached: 0 }, replayed: { met: 0, breached: 0 } },
    { name: 'b', then: { met: 2, breached: 0 }, replayed: { met: 0, breached: 1 } },
  ]);
});
