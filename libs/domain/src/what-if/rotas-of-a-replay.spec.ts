import { ladderEventId } from '../alerts/ladder-event-id.js';
import { policySettings } from '../configuration/settings.js';
import type { DataOf } from '../events/catalogue.js';
import { writeInstant } from '../events/instant.js';
import { at } from '../testing/clock-time.js';
import { lead, type Story, subject } from '../testing/story.js';
import { WhatIf } from './what-if.js';

type Steps = DataOf<'policy.set'>['steps'];
const reps = ['ana', 'luis', 'zoe'].flatMap((id) => subject(id).tell('rep.set', '08:00', { name: id, team: 'north', active: true }).events);
const turned = subject('north').tell('rota.advanced', '08:30', { rep: 'ana' });
const next: Steps[number] = { id: 'next', clock: 'lead', of: 'answer', at_s: 300, notify: ['owner'], action: 'reassign' };
const very: Steps[number] = { id: 'very', clock: 'lead', of: 'answer', at_s: 900, notify: ['owner'] };
const ofAna = (id: string, time: string): Story => lead(id).arrived(time, { owner: 'ana', team: 'north' });

/** Whom the step "very" tells, of which lead, once the leads have gone on by the rota. */
function given(leads: readonly Story[], steps: Steps = [next, very], rota: Story = turned): readonly string[] {
  const settings = policySettings({ order: 1, match: {}, targets: { answer_s: 600 }, steps });
  const period = { from: at('09:00'), to: at('12:00'), asOf: at('tue 12:00') };
  const replay = new WhatIf(reps, new Map([['web', settings]]), period, rota.events);
  for (const { subject: id, events } of leads) replay.add(id, events);
  return replay.report().alerts.flatMap(({ replayed }) => (replayed?.step === 'very' ? [`${replayed.lead} ${replayed.to}`] : []));
}

describe('leads that go on by a rota in a replay', () => {
  it('of one instant take their turns by their names', () => {
    const [a, b] = [ofAna('a', '09:00'), ofAna('b', '09:00')];
    for (const leads of [
      [a, b],
      [b, a],
    ])
      expect(given(leads)).toEqual(['a luis', 'b zoe']);
  });

  it('of other instants take them in the order of time, whatever their names', () => {
    const [a, b, c] = [ofAna('a', '09:02'), ofAna('b', '09:01'), ofAna('c', '09:00')];
    for (const leads of [
      [a, b, c],
      [c, b, a],
      [b, c, a],
    ])
      expect(given(leads)).toEqual(['c luis', 'b zoe', 'a luis']);
  });

  it('go on more than once, each time when it is their turn', () => {
    const again = { ...next, id: 'again', at_s: 600 };
    // luis, then zoe, who gives bob to ana between the two
    expect(given([ofAna('ada', '09:00')], [next, again, very])).toEqual(['ada zoe']);
    expect(given([ofAna('ada', '09:00'), ofAna('bob', '09:02')], [next, again, very])).toEqual(['ada ana', 'bob luis']);
  });

  it('go on from the turn that a step took then, if the replay comes to its alert', () => {
    const byStep = (type: 'lead.assigned' | 'rota.advanced') => ({ source: '/leadclock/alerts', id: ladderEventId('a1', type) });
    const due = { due_at: writeInstant(at('09:05')), raised_at: writeInstant(at('09:05')) };
    const ada = ofAna('ada', '09:00')
      .tell('alert.raised', '09:05', { alert: 'a1', step: 'next', ...due, to: 'ana' })
      .tell('lead.assigned', '09:05', { owner: 'luis', by: 'rule:web/next' }, byStep('lead.assigned'));
    const rota = turned.tell('rota.advanced', '09:05', { rep: 'luis' }, byStep('rota.advanced'));
    const bob = ofAna('bob', '09:10');
    expect(given([ada, bob], [next, very], rota)).toEqual(['ada luis', 'bob zoe']);
    // a policy by which ada goes nowhere: the turn of luis never was
    expect(given([ada.called('09:04', 'ana'), bob], [next, very], rota)).toEqual(['bob luis']);
  });
});
