import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, type Story, subject } from '@leadclock/domain/testing/story.js';
import { leadDetail } from '@leadclock/live/leads/lead-detail.js';
import { snoozeAlert } from '@leadclock/read-model/outside/alert.table.js';
import { LadderFloor, policy, step } from './testing/ladder-floor.js';

const north = ['ana', 'luis'].map((id): Story => subject(id).tell('rep.set', '08:00', { name: id, team: 'north', active: true }));
const ofAna = (id: string, time = '09:00'): Story => lead(id).arrived(time, { owner: 'ana', team: 'north' });
const late = step({ at_s: undefined, at_percent: 100 });

let floor: LadderFloor;
beforeEach(async () => {
  floor = await LadderFloor.open();
});
afterEach(() => floor.close());

/** What the answer about a lead says at a time of day, as 'instant listeners', with what the step does and how often it repeats. */
const ahead = async (of: string, time: string): Promise<string[] | undefined> => {
  const detail = await leadDetail(floor.installation.dataSource, of, { now: at(time) });
  return detail?.steps.map(({ of: about, at: instant, to, action, repeat }) => {
    const listeners = to.length === 1 ? to[0] : JSON.stringify(to);
    const again = repeat === null ? null : `again ${repeat.left}x${repeat.every_s}`;
    return [instant.slice(11, 19), listeners, about === 'answer' ? null : about, action, again].filter((part) => part !== null).join(' ');
  });
};

describe('the steps that are still to come of a lead', () => {
  it('are those that the engine tells, at their instants, of those it tells, and each goes when it was told', async () => {
    const manager = step({ id: 'manager', at_s: 600, notify: ['manager', 'rep:luis', 'channel:desk'] });
    await floor.given(policy([step({ id: 'soon', at_s: -60 }), { ...late, notify: ['team'] }, manager]), ...north, ofAna('ada'));
    const told = ['09:04:00 ada ana', '09:05:00 ada team:north', '09:10:00 ada ["manager:north","luis","channel:desk"]'];
    const one = floor.engine();
    for (const [index, time] of ['09:03', '09:04', '09:05', '09:10'].entries()) {
      await floor.turn(time, one);
      const [before, after] = [await floor.told(), await ahead('ada', time)];
      expect([...before, ...(after ?? []).map((line) => line.replace(' ', ' ada '))]).toEqual(told);
      expect(after).toHaveLength(told.length - index);
    }
  });

  it('say how often they repeat, and as often less once they have', async () => {
    await floor.given(policy([{ ...late, repeat_s: 60, repeat_max: 2 }]), ofAna('ada'));
    const one = floor.engine();
    expect(await ahead('ada', '09:01')).toEqual(['09:05:00 ana again 2x60']);
    await floor.turn('09:05', one);
    expect(await ahead('ada', '09:05')).toEqual(['09:06:00 ana again 1x60']);
    await floor.turn('09:06', one);
    expect(await ahead('ada', '09:06')).toEqual(['09:07:00 ana']);
    await floor.turn('09:07', one);
    expect(await ahead('ada', '09:07')).toEqual([]);
  });

  it('are moved by quiet hours, and what was due before and was not told is told at their end', async () => {
    await floor.given(policy([step({ id: 'soon', at_s: 180 }), late], { quiet: { from: '09:04', to: '09:30' } }), ofAna('ada'));
    expect(await ahead('ada', '09:01')).toEqual(['09:03:00 ana', '09:30:00 ana']);
    expect(await ahead('ada', '09:10')).toEqual(['09:30:00 ana', '09:30:00 ana']);
    const one = floor.engine();
    await floor.turn('09:10', one);
    expect(await floor.told()).toEqual([]);
    await floor.turn('09:30', one);
    expect(await ahead('ada', '09:30')).toEqual([]);
  });

  it('come again at the end of what somebody has put off', async () => {
    await floor.given(policy([late], { snooze_max_s: 900 }), ofAna('ada'));
    const one = floor.engine();
    await floor.turn('09:05', one);
    expect(await ahead('ada', '09:05:30')).toEqual([]);
    const { dataSource } = floor.installation;
    const [alert] = await dataSource.query<{ id: string }[]>('select id from alert');
    const snooze = { rep: 'ana', at: at('09:05:30'), until: at('09:10'), reason: 'on_call' };
    await dataSource.transaction((em) => snoozeAlert(em, alert?.id ?? '', snooze));
    expect(await ahead('ada', '09:06')).toEqual(['09:10:00 ana']);
  });

  it('tell after a step that gives the lead on whoever has it then, and nobody who has claimed it or on whose clock it was', async () => {
    const [given, pool] = [step({ id: 'given', at_s: 420, action: 'reassign' }), step({ id: 'pool', at_s: 540, action: 'pool' })];
    const [own, claimed] = [step({ id: 'own', clock: 'owner', at_s: 500 }), step({ id: 'claimed', at_s: 600, notify: ['claimant'] })];
    const [again, away] = [step({ id: 'again', at_s: 480, notify: ['owner', 'team'] }), step({ id: 'away', at_s: 660, action: 'away' })];
    await floor.given(policy([late, given, again, own, pool, claimed, away]), ...north, ofAna('ada').claimed('09:00:30', 'ana'));
    expect(await ahead('ada', '09:01')).toEqual([
      '09:05:00 ana',
      '09:07:00 ["ana","owner:next"] reassign',
      '09:08:00 ["owner:next","team:north"]',
      '09:09:00 owner:next pool',
      '09:10:00 manager:north',
      '09:11:00 *',
    ]);
  });

  it('do nothing with a lead that nobody has, but tell of it', async () => {
    const deeds = [step({ id: 'away', action: 'away' }), step({ id: 'pool', at_s: 360, action: 'pool' })];
    await floor.given(policy([...deeds, step({ id: 'given', at_s: 420, action: 'reassign' })]), ...north, lead('bob').arrived('09:00'));
    expect(await ahead('bob', '09:01')).toEqual(['09:05:00 *', '09:06:00 *', '09:07:00 *']);
  });

  it('are of the contact once the lead is answered, none while its clock stands, and none once it was spoken with', async () => {
    const talk = step({ id: 'talk', of: 'contact', at_s: undefined, at_percent: 100, notify: ['manager'] });
    const stories = [
      ofAna('ada').called('09:02', 'ana', 'voicemail'),
      ofAna('bob').paused('09:02'),
      ofAna('cy').called('09:02', 'ana', 'connected'),
    ];
    await floor.given(policy([late, talk], { targets: { answer_s: 300, contact_s: 3_600 } }), ...stories, ofAna('dora'));
    expect(await ahead('ada', '09:03')).toEqual(['10:00:00 manager:north contact']);
    expect(await ahead('bob', '09:03')).toEqual([]);
    expect(await ahead('cy', '09:03')).toEqual([]);
    expect(await ahead('dora', '09:03')).toEqual(['09:05:00 ana', '10:00:00 manager:north contact']);
  });

  it('are the default’s where no policy holds, with the call that somebody has promised; an old lead has none, and one that was merged away', async () => {
    const promise = { rep: 'luis', at: new Date(at('09:20')).toISOString() };
    await floor.given(
      ofAna('ada').tell('lead.follow_up_set', '09:01', promise),
      ofAna('old'),
      ofAna('cy').tell('lead.merged', '09:01', { into: 'ada' }),
    );
    await floor.installation.dataSource.query(`update set_1.deadline set written_at = due_at + interval '2 hours' where lead = 'old'`);
    expect(await ahead('ada', '09:02')).toEqual(['09:05:00 ana', '09:20:00 ["luis","ana"] call']);
    expect([await ahead('old', '09:02'), await ahead('cy', '09:02')]).toEqual([[], []]);
  });
});
