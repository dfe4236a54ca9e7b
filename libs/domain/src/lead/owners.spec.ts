import { at } from '../testing/clock-time.js';
import { lead, type Story } from '../testing/story.js';
import { foldSubject } from './fold-subject.js';
import { lastAssignment } from './owners.js';

const ownersOf = (story: Story) => foldSubject(story.events).state.owners.map((change) => [change.at, change.owner]);

describe('owners', () => {
  it('change with an assignment, not when the present owner is named again, and back to the pool', () => {
    const story = lead('ada').arrived('09:00', { owner: 'ana' }).assigned('09:01', 'ana').assigned('09:02', 'luis').assigned('09:03', null);
    expect(ownersOf(story)).toEqual([
      [at('09:00'), 'ana'],
      [at('09:02'), 'luis'],
      [at('09:03'), null],
    ]);
  });

  it('change with an accepted handover, not with an offer or a refusal', () => {
    const story = lead('ada')
      .arrived('09:00', { owner: 'ana' })
      .tell('lead.handover_offered', '09:01', { from: 'ana', to: 'luis' })
      .tell('lead.handover_declined', '09:02', { from: 'ana', to: 'luis' })
      .handedOver('09:03', 'ana', 'rosa');
    expect(ownersOf(story)).toEqual([
      [at('09:00'), 'ana'],
      [at('09:03'), 'rosa'],
    ]);
  });

  it('a second claim loses until the lead is given back', () => {
    const story = lead('ada').arrived('09:00').claimed('09:01', 'ana').claimed('09:02', 'luis');
    expect(ownersOf(story)).toEqual([[at('09:01'), 'ana']]);
    expect(ownersOf(story.assigned('09:03', null).claimed('09:04', 'luis'))).toEqual([
      [at('09:01'), 'ana'],
      [at('09:03'), null],
      [at('09:04'), 'luis'],
    ]);
  });

  it('a handover opens no new claim', () => {
    const story = lead('ada').arrived('09:00').claimed('09:01', 'ana').handedOver('09:02', 'ana', 'rosa').claimed('09:03', 'luis');
    expect(ownersOf(story).at(-1)).toEqual([at('09:02'), 'rosa']);
  });

  it('a claim that names its assignment holds against one that does not, and against a second that does', () => {
    const story = lead('ada').assigned('09:00', null).claimed('09:01', 'ana').claimed('09:02', 'luis', 'e1').claimed('09:03', 'rosa', 'e1');
    expect(ownersOf(story)).toEqual([
      [at('09:01'), 'ana'],
      [at('09:02'), 'luis'],
    ]);
  });

  it('a claim of an assignment that another has followed changes nothing', () => {
    const story = lead('ada').assigned('09:00', null).assigned('09:01', 'ana').claimed('09:02', 'luis', 'e1');
    expect(ownersOf(story)).toEqual([[at('09:01'), 'ana']]);
  });

  it('claims dated before their assignments hold each for its own', () => {
    const story = lead('ada').arrived('09:00').claimed('09:01', 'luis', 'e4').claimed('09:02', 'rosa', 'e5');
    const assigned = story.assigned('09:03', 'ana').assigned('09:04', 'ana');
    expect(ownersOf(assigned)).toEqual([
      [at('09:01'), 'luis'],
      [at('09:02'), 'rosa'],
      [at('09:03'), 'luis'],
      [at('09:04'), 'rosa'],
    ]);
    expect(ownersOf(assigned.claimed('09:05', 'eva', 'e5'))).toEqual(ownersOf(assigned));
  });

  it('a claim dated before its assignment, by a clock behind ours, is not turned over by it', () => {
    const story = lead('ada').arrived('09:00').claimed('09:01', 'luis', 'e3').assigned('09:02', 'ana').claimed('09:03', 'rosa');
    expect(ownersOf(story)).toEqual([[at('09:01'), 'luis']]);
  });

  it('of claims dated before their assignments each goes to its own', () => {
    const story = lead('ada')
      .arrived('09:00')
      .claimed('09:01', 'luis', 'e4')
      .claimed('09:02', 'rosa', 'e5')
      .assigned('09:03', 'ana')
      .assigned('09:04', 'ana')
      .assigned('09:05', 'ana');
    expect(ownersOf(story)).toEqual([
      [at('09:01'), 'luis'],
      [at('09:02'), 'rosa'],
      [at('09:03'), 'luis'],
      [at('09:04'), 'rosa'],
      [at('09:05'), 'ana'],
    ]);
    expect(ownersOf(lead('bob').arrived('09:00').claimed('09:01', 'luis', 'e9').claimed('09:02', 'rosa', 'e9'))).toEqual([
      [at('09:01'), 'luis'],
    ]);
  });

  it('a claim that names the lead.created holds against one that was dated before it and names none', () => {
    const story = lead('ada').arrived('09:00').claimed('09:01', 'ana').claimed('09:02', 'luis', 'e1');
    expect(ownersOf(story).at(-1)).toEqual([at('09:02'), 'luis']);
    expect(ownersOf(lead('bob').arrived('09:00').claimed('09:01', 'luis', 'e1').claimed('09:02', 'ana'))).toEqual([[at('09:01'), 'luis']]);
  });

  it('the last assignment is the latest event that assigned the lead: its creation, then each lead.assigned, not a claim', () => {
    const last = (story: Story) => lastAssignment(foldSubject(story.events).state);
    const arrived = lead('ada').arrived('09:00');
    expect(last(arrived.claimed('09:01', 'ana'))).toEqual({ source: '/story', id: 'e1' });
    expect(last(arrived.assigned('09:01', null))).toEqual({ source: '/story', id: 'e2' });
    expect(last(lead('bob').called('09:00', 'ana'))).toBeNull();
  });

  it('teams are those that lead.created and lead.assigned name', () => {
    const story = lead('ada').arrived('09:00', { team: 'north' }).assigned('09:01', 'ana', 'north').assigned('09:02', 'luis', 'south');
    expect(foldSubject(story.events).state.teams).toEqual([
      { at: at('09:00'), team: 'north' },
      { at: at('09:02'), team: 'south' },
    ]);
  });

  it('a second lead.created names owner and team only where none was named', () => {
    const story = lead('ada').arrived('09:00').assigned('09:01', null, 'north').arrived('09:02', { owner: 'ana', team: 'south' });
    expect(foldSubject(story.events).state).toMatchObject({
      owners: [{ owner: 'ana' }],
      teams: [{ team: 'north' }],
    });
  });
});
