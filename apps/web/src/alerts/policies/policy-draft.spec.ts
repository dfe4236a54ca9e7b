import { Settings } from './policy-answers.js';
import { draftOf, isSameDraft, newStep, writtenOf } from './policy-draft.js';

const settings = Settings.parse({
  order: 3,
  match: { origin: ['web_form'], channel: [] },
  calendar: 'office',
  targets: { answer_s: 120, contact_s: 3600 },
  counts: { outbound: ['call'], inbound: ['chat'], actors: ['human'], unless: [] },
  quiet: { from: '22:00', to: '07:00' },
  snooze_max_s: 600,
  steps: [
    { id: 'soon', clock: 'lead', of: 'answer', at_s: -30, notify: ['owner'] },
    { id: 'now', clock: 'lead', of: 'answer', at_s: 0, notify: ['owner'] },
    { id: 'half', clock: 'lead', of: 'answer', at_percent: 50, notify: ['team'] },
    { id: 'late', clock: 'owner', of: 'contact', at_percent: 100, notify: [], action: 'pool' },
    { id: 'more', clock: 'lead', of: 'answer', at_s: 90, notify: ['manager'], repeat_s: 60, repeat_max: 2 },
  ],
});

it('a policy that is opened and saved again is the same, field by field and in the same order', () => {
  const { written, unread } = writtenOf(draftOf('web', settings));
  expect(unread).toEqual([]);
  expect(JSON.stringify(written)).toBe(JSON.stringify({ policy: 'web', ...settings }));
});

it('one without anything but an order says nothing else', () => {
  const least = Settings.parse({ order: 1, match: {}, targets: {}, steps: [] });
  expect(Object.keys(writtenOf(draftOf('web', least)).written)).toEqual(['policy', 'order', 'match', 'targets', 'counts', 'steps']);
});

it('what cannot be read is named by its field', () => {
  const draft = draftOf('', settings);
  const [step] = draft.steps;
  if (step === undefined) throw new Error('it has steps');
  const steps = [
    { ...step, id: ' ', at: 'soon', repeat: 'x', repeatMax: 'y' },
    { ...step, when: 'percent' as const, at: '' },
  ];
  const wrong = { ...draft, order: 'first', answer: '5 parsecs', snooze: '-', quietTo: '', steps };
  expect(writtenOf(wrong).unread).toEqual([
    '$.policy',
    '$.quiet',
    '$.order',
    '$.targets.answer_s',
    '$.snooze_max_s',
    '$.steps[0].id',
    '$.steps[0].at_s',
    '$.steps[0].repeat_s',
    '$.steps[0].repeat_max',
    '$.steps[1].at_percent',
  ]);
});

it('two drafts of the same settings are the same, whatever the page calls their steps; a new step has a name of its own', () => {
  const draft = draftOf('web', settings);
  expect(isSameDraft(draft, draftOf('web', settings))).toBe(true);
  expect(isSameDraft(draft, { ...draft, steps: [] })).toBe(false);
  const one = newStep([]);
  expect([one.id, newStep([one]).id, newStep([{ ...one, id: 'step-2' }]).id]).toEqual(['step-1', 'step-2', 'step-3']);
});
