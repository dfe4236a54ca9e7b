/**
 * Deadlines on the working clock, over cached years of fifty calendars (two intervals a day, ten zones, holidays, some with a version that
 * begins in summer), against the same deadlines by Temporal day by day. All that both answer is compared.
 *   deadlines_per_s   on one core
 *   temporal          times as many as by Temporal
 * usage: npm run bench -- calendar [--deadlines 1000000] [--sample 20000] [--gate]
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { dayByDay } from './calendar/day-by-day.mjs';
import { built } from './measure/built.mjs';
import { machine } from './measure/machine.mjs';
import { randomOf } from './projector/random.mjs';

const { addWorking, workingBetween } = await built('libs/domain/src/calendar/working-time.js');
const { buildOpenYear } = await built('libs/domain/src/calendar/open-year.js');
const { calendarSettings } = await built('libs/domain/src/configuration/settings.js');

const { values } = parseArgs({
  options: {
    deadlines: { type: 'string', default: '1000000' },
    sample: { type: 'string', default: '20000' },
    gate: { type: 'boolean', default: false },
  },
});
const DEADLINES = Number(values.deadlines);
const SAMPLE = Number(values.sample);
/** All the deadlines of a million leads in a second; of Temporal half of what was reached, so that a busy machine passes and a walk over days does not. */
const LEAST = { deadlines_per_s: 1_000_000, temporal: 40 };
const ROUNDS = 5;
const MINUTE = 60_000;
const DAY = 86_400_000;
const YEARS = [Date.UTC(2025, 0, 1), Date.UTC(2028, 0, 1)];

const random = randomOf(8);
const calendars = Array.from({ length: 50 }, (_, i) => calendarOf(i));
const asked = Array.from({ length: DEADLINES }, () => ({
  calendar: random.pick(calendars),
  from: Math.floor(random.between(...YEARS)),
  length: Math.ceil(random.chance(0.7) ? random.between(1, 60 * MINUTE) : random.between(1, 40 * 60 * MINUTE)),
}));

const cold = timed(() => calendars.map((calendar) => addWorking(calendar, YEARS[0], MINUTE)));
const due = new Float64Array(DEADLINES);
const ours = best(ROUNDS, () => {
  for (let i = 0; i < DEADLINES; i += 1) due[i] = addWorking(asked[i].calendar, asked[i].from, asked[i].length);
});
const between = best(ROUNDS, () => {
  for (let i = 0; i < DEADLINES; i += 1) {
    const { calendar, from, length } = asked[i];
    if (workingBetween(calendar, from, due[i]) !== length) throw new Error(`${length} ms after ${from} are not as long back`);
  }
});
const ages = best(ROUNDS, () => {
  let sum = 0;
  for (let i = 0; i < DEADLINES; i += 1) sum += workingBetween(asked[i].calendar, YEARS[0] - 10 * 365 * DAY, asked[i].from);
  if (!(sum > 0)) throw new Error('nothing was open in ten years');
});
const temporal = best(2, () => {
  for (let i = 0; i < SAMPLE; i += 1) {
    const { calendar, from, length } = asked[i];
    const other = dayByDay(calendar, from, length);
    if (other !== due[i]) throw new Error(`${length} ms after ${new Date(from).toISOString()}: ${other} day by day, ${due[i]} by halving`);
  }
});
const year = best(20, () => {
  for (const [{ value }] of calendars) buildOpenYear(value, 2026);
});

const perSecond = (count, ms) => Math.round((count / ms) * 1000);
const ratios = {
  deadlines_per_s: perSecond(DEADLINES, ours),
  temporal: Math.round(perSecond(DEADLINES, ours) / perSecond(SAMPLE, temporal)),
};
process.stdout.write(
  `${JSON.stringify({
    bench: 'calendar',
    ratios,
    figures: {
      machine: machine(),
      temporal_per_s: perSecond(SAMPLE, temporal),
      distances_per_s: perSecond(DEADLINES, between),
      ten_years_per_s: perSecond(DEADLINES, ages),
      us_to_build_a_year: Math.round((year / calendars.length) * 1000),
      ms_first_deadline_of_50_calendars: Math.round(cold),
    },
  })}\n`,
);
const short = Object.keys(LEAST).filter((name) => ratios[name] < LEAST[name]);
for (const name of short) process.stderr.write(`${name} is ${ratios[name]}, below ${LEAST[name]}\n`);
if (values.gate && short.length > 0) process.exitCode = 1;

function calendarOf(i) {
  const zone = [
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kathmandu',
    'America/Sao_Paulo',
    'Australia/Sydney',
    'UTC',
    'Europe/Madrid',
    'Asia/Tokyo',
    'Africa/Casablanca',
    'Europe/Moscow',
  ][i % 10];
  const two = (hour) => `${String(hour).padStart(2, '0')}:00`;
  const opens = 7 + (i % 4);
  const hours = [
    [two(opens), two(opens + 4)],
    [two(opens + 5), two(opens + 9)],
  ];
  const holidays = Array.from({ length: 36 }, (_, k) => ({
    date: new Date(YEARS[0] + (k * 31 + i) * DAY).toISOString().slice(0, 10),
    name: 'holiday',
  }));
  const value = calendarSettings({ zone, week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours.slice(0, 1) }, holidays });
  const summer = calendarSettings({ zone, week: { mon: hours, tue: hours, wed: hours, thu: hours }, holidays });
  const version = (effect, settings) => ({ effect, time: effect, source: '/bench', id: `${effect}`, value: settings });
  return i % 3 === 0 ? [version(0, value), version(Date.UTC(2026, 5, 1, 12), summer)] : [version(0, value)];
}

/** The least milliseconds of several rounds: what the code costs, not what the neighbours do. */
function best(rounds, run) {
  let least = Infinity;
  for (let round = 0; round < rounds; round += 1) least = Math.min(least, timed(run));
  return least;
}

function timed(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}
