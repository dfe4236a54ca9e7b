import { configurationEvents } from './configuration-events.js';

const calendar = (week: object) =>
  configurationEvents['calendar.set'].safeParse({ zone: 'Europe/Madrid', week, holidays: [{ date: '2026-12-25', name: 'Navidad' }] })
    .success;
const step = { id: 'due', clock: 'lead', of: 'answer', at_s: 300, notify: ['owner'] };
const policy = (changes: object) =>
  configurationEvents['policy.set'].safeParse({ order: 1, match: {}, targets: {}, steps: [step], ...changes }).success;
const site = (changes: object) =>
  configurationEvents['site.set'].safeParse({ name: 'Floor', zone: 'Europe/Madrid', locale: 'es-ES', currency: 'EUR', ...changes }).success;
const pipeline = (...stages: object[]) => configurationEvents['pipeline.set'].safeParse({ stages }).success;

describe('a calendar', () => {
  it('has hours in order, until midnight at the latest', () => {
    expect(
      calendar({
        mon: [
          ['09:00', '13:00'],
          ['13:00', '24:00'],
        ],
        sun: [],
      }),
    ).toBe(true);
  });

  it.each([
    { mon: [['13:00', '09:00']] },
    { mon: [['09:00', '09:00']] },
    {
      mon: [
        ['09:00', '13:00'],
        ['12:59', '18:00'],
      ],
    },
    {
      mon: [
        ['14:00', '18:00'],
        ['09:00', '13:00'],
      ],
    },
    { mon: [['9:00', '13:00']] },
    { mon: [['09:00', '24:01']] },
    { mon: [['09:00', '12:60']] },
    { mon: [['09:00']] },
    { monday: [] },
  ])('is refused with %j', (week) => {
    expect(calendar(week)).toBe(false);
  });
});

describe('a policy', () => {
  it('may have no step, or steps at seconds or at a percent of the target', () => {
    expect(policy({ steps: [] })).toBe(true);
    expect(policy({ steps: [step, { ...step, id: 'warn', at_s: undefined, at_percent: 80 }] })).toBe(true);
  });

  it.each([
    { steps: [step, step] },
    { steps: [{ ...step, at_percent: 80 }] },
    { steps: [{ ...step, at_s: undefined }] },
    { targets: { answer_s: 0 } },
    { targets: { answer: 300 } },
    { match: { origin: 'web' } },
    { counts: { outbound: ['pigeon'] } },
  ])('is refused with %j', (changes) => {
    expect(policy(changes)).toBe(false);
  });
});

describe('a site', () => {
  it('is somewhere, speaks a language and counts in a currency', () => {
    expect(site({ week_start: 'sun', effective_from: '2026-11-01T00:00:00+01:00' })).toBe(true);
  });

  it.each([
    { zone: 'Europe/Atlantis' },
    { zone: '+01:00' },
    { zone: '' },
    { locale: 'not a tag' },
    { locale: '' },
    { currency: 'PESETA' },
    { week_start: 'monday' },
    { effective_from: '2026-11-01' },
  ])('is refused with %j', (changes) => {
    expect(site(changes)).toBe(false);
  });
});

describe('a pipeline', () => {
  it('has stages of different ids with probabilities from 0 to 1', () => {
    const stage = { id: 'a', name: 'A', probability: 0.1 };
    expect(pipeline(stage, { ...stage, id: 'b', probability: 1, role: 'opportunity' })).toBe(true);
    expect(pipeline(stage, stage)).toBe(false);
    expect(pipeline({ ...stage, probability: 1.01 })).toBe(false);
    expect(pipeline({ ...stage, role: 'lead' })).toBe(false);
  });
});

it('a refusal of hours or of a step says what is allowed', () => {
  const messages = (type: 'calendar.set' | 'policy.set', data: object) =>
    configurationEvents[type].safeParse(data).error?.issues.map(({ message }) => message);
  const week = { mon: [['13:00', '09:00']] };
  expect(messages('calendar.set', { zone: 'UTC', week, holidays: [] })).toEqual([expect.stringMatching(/intervals in order/)]);
  const both = { order: 1, match: {}, targets: {}, steps: [{ ...step, at_percent: 80 }] };
  expect(messages('policy.set', both)).toEqual([expect.stringMatching(/either at_s or at_percent/)]);
});
