import { workingBetween, workingCalendar } from '../calendar/working-time.js';
import { buildConfiguration } from '../configuration/build-configuration.js';
import { at } from '../testing/clock-time.js';
import { lead, type Story, subject } from '../testing/story.js';
import { explainLead } from './explain.js';

const minute = 60_000;
const hours: [string, string][] = [
  ['09:00', '13:00'],
  ['14:00', '18:00'],
];
const office = buildConfiguration([
  ...subject('office').tell('calendar.set', '08:00', { zone: 'UTC', week: { mon: hours, tue: hours }, holidays: [] }).events,
  ...subject('web').tell('policy.set', '08:00', { order: 1, match: {}, targets: { answer_s: 1_200 }, steps: [], calendar: 'office' })
    .events,
]);
const clocks = (story: Story, asOf: string) => explainLead('ada', story.events, office, at(asOf)).clocks;
const ada = lead('ada').arrived('12:40');

describe('a pause of a clock that runs in office hours', () => {
  it('takes off the working clock what of it is working time, and off the wall clock all of it', () => {
    const story = ada.paused('12:50').resumed('14:20').paused('17:45').resumed('tue 09:05');
    const { pauses, pausedMs, pausedWorkingMs } = clocks(story, 'tue 09:10');
    expect(pauses.map(({ milliseconds, workingMilliseconds }) => [milliseconds / minute, workingMilliseconds / minute])).toEqual([
      [90, 30],
      [920, 20],
    ]);
    expect([pausedMs / minute, pausedWorkingMs / minute]).toEqual([1_010, 50]);
  });

  it('of a night takes off no working time, and one that goes on takes off what has passed of it', () => {
    expect(clocks(ada.paused('18:00').resumed('tue 09:00'), 'tue 09:01')).toMatchObject({ pausedWorkingMs: 0, pausedMs: 900 * minute });
    expect(clocks(ada.paused('12:50'), '13:30')).toMatchObject({ pausedWorkingMs: 10 * minute, pausedMs: 40 * minute, paused: true });
    expect(clocks(ada.paused('12:50'), '14:01')).toMatchObject({ pausedWorkingMs: 11 * minute, pausedMs: 71 * minute });
  });

  it('and the clock together are the working time since the arrival', () => {
    const story = ada.paused('12:50').resumed('14:20').paused('14:30').resumed('14:31').called('14:40', 'ana');
    const { workingMs, pausedWorkingMs, wallMs, pausedMs } = clocks(story, 'tue 12:00');
    expect(workingMs + pausedWorkingMs).toBe(workingBetween(workingCalendar(office, 'office'), at('12:40'), at('14:40')));
    expect(wallMs + pausedMs).toBe(at('14:40') - at('12:40'));
    expect(pausedWorkingMs).toBe(31 * minute);
  });
});
