import { at } from '../testing/clock-time.js';
import { lead, type Story } from '../testing/story.js';
import { foldSubject } from './fold-subject.js';

const alertsOf = (story: Story) => foldSubject(story.events).state.alerts;
const told = (alert = 'a1', to = 'ana', raised = '09:05') => ({
  alert,
  step: 'due',
  due_at: '2026-11-02T09:05:00.000Z',
  raised_at: new Date(at(raised)).toISOString(),
  to,
});
const shown = (time: string, to = 'ana') => ({ ...told(), shown_at: new Date(at(time)).toISOString(), to });
const snoozed = (to = 'ana') => ({ ...told('a1', to), until: '2026-11-02T09:15:00.000Z', reason: 'on_call' });
const ada = lead('ada').arrived('09:00').tell('alert.raised', '09:05', told());

describe('alerts', () => {
  it('are known by their identity from the first event on, and keep when each thing came', () => {
    const story = ada
      .tell('alert.shown', '09:05:01', shown('09:05:00.500'))
      .tell('alert.snoozed', '09:06', snoozed())
      .tell('alert.acknowledged', '09:07', told())
      .tell('alert.resolved', '09:08', told())
      .tell('alert.retracted', '09:09', told());
    expect(alertsOf(story)).toEqual([
      {
        alert: 'a1',
        step: 'due',
        due: at('09:05'),
        raised: { at: at('09:05'), due: at('09:05'), raisedAt: at('09:05'), to: 'ana' },
        shown: { at: at('09:05:01'), shownAt: at('09:05:00.500'), to: 'ana' },
        snoozed: { at: at('09:06'), to: 'ana', until: at('09:15'), reason: 'on_call' },
        acknowledged: { at: at('09:07'), to: 'ana' },
        resolved: { at: at('09:08'), to: 'ana' },
        retracted: { at: at('09:09'), to: 'ana' },
      },
    ]);
  });

  it.each([
    ['alert.raised', 'raised'],
    ['alert.acknowledged', 'acknowledged'],
    ['alert.resolved', 'resolved'],
    ['alert.retracted', 'retracted'],
  ] as const)('keep the first %s', (type, name) => {
    const story = lead('ada').tell(type, '09:07', told('a1', 'luis')).tell(type, '09:06', told());
    expect(alertsOf(story)[0]?.[name]).toMatchObject({ at: at('09:06'), to: 'ana' });
  });

  it('keep the first time that they were shown, and the last that they were snoozed', () => {
    const story = ada
      .tell('alert.shown', '09:07', shown('09:07', 'luis'))
      .tell('alert.shown', '09:06', shown('09:06'))
      .tell('alert.snoozed', '09:08', snoozed('luis'))
      .tell('alert.snoozed', '09:07', snoozed());
    expect(alertsOf(story)).toMatchObject([{ shown: { shownAt: at('09:06'), to: 'ana' }, snoozed: { at: at('09:08'), to: 'luis' } }]);
  });

  it('are told apart by their identity, and end each for itself', () => {
    const story = ada.tell('alert.raised', '09:10', told('a2')).tell('alert.resolved', '09:11', told('a2'));
    expect(alertsOf(story)).toMatchObject([
      { alert: 'a1', resolved: null },
      { alert: 'a2', resolved: { at: at('09:11') } },
    ]);
  });

  it('may end before we hear that they were raised', () => {
    const story = lead('ada').tell('alert.resolved', '09:04', told()).tell('alert.raised', '09:05', told());
    expect(alertsOf(story)).toMatchObject([{ resolved: { at: at('09:04') }, raised: { at: at('09:05') } }]);
  });

  it('are gone when their events are taken back', () => {
    expect(alertsOf(ada.takenBack('09:06', 'e2'))).toEqual([]);
  });
});
