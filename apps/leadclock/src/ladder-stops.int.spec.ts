import { lead, type Story, subject } from '@leadclock/domain/testing/story.js';
import { LadderFloor, policy, step } from './testing/ladder-floor.js';

const rep = (id: string): Story => subject(id).tell('rep.set', '08:00', { name: id, team: 'north', active: true });
const ofAna = (id: string, time = '09:00'): Story => lead(id).arrived(time, { owner: 'ana', team: 'north' }, { id: 'c' });

describe('a step of the ladder', () => {
  let floor: LadderFloor;
  beforeEach(async () => {
    floor = await LadderFloor.open();
  });
  afterEach(() => floor.close());

  it('stops with its reason: answered, closed, won, lost, merged away, erased, or never there; a pause after the deadline is none', async () => {
    const names = ['answered', 'closed', 'erased', 'lost', 'merged', 'never', 'paused', 'stands', 'won'];
    await floor.given(policy([step({ repeat_s: 60, repeat_max: 9 })]), rep('ana'), ...names.map((name) => ofAna(name)));
    const one = floor.engine();
    await floor.turn('09:05', one);
    expect(await floor.told()).toEqual(names.map((name) => `09:05:00 ${name} ana`));
    await floor.given(
      lead('answered').called('09:05:30', 'ana', 'connected'),
      lead('closed').disqualified('09:05:30', 'spam'),
      lead('erased').tell('lead.erased', '09:05:30', {}),
      lead('lost').opened('09:05:20').lost('09:05:30'),
      lead('merged').tell('lead.merged', '09:05:30', { into: 'stands' }),
      lead('never').takenBack('09:05:30', 'c'),
      lead('paused').paused('09:05:30'),
      lead('won').opened('09:05:20').won('09:05:30'),
    );
    await floor.turn('09:06', one);
    expect(await floor.told()).toEqual([
      '09:05:00 answered ana resolved',
      '09:05:00 closed ana resolved',
      '09:05:00 erased ana resolved',
      '09:05:00 lost ana resolved',
      '09:05:00 merged ana resolved',
      '09:05:00 never ana retracted',
      '09:05:00 paused ana',
      '09:05:00 stands ana',
      '09:05:00 won ana resolved',
      '09:06:00 paused ana',
      '09:06:00 stands ana',
    ]);
  });

  it('repeats after quiet hours at its distance, each time when it is due, whoever does it', async () => {
    const quiet = { from: '09:06', to: '09:30' };
    await floor.given(policy([step({ repeat_s: 60, repeat_max: 3 })], { quiet }), rep('ana'), ofAna('ada'));
    const both = [floor.engine(), floor.engine()];
    for (const time of ['09:05', '09:06', '09:07', '09:29:59']) await floor.turn(time, ...both);
    expect(await floor.told()).toEqual(['09:05:00 ada ana']);
    await floor.turn('09:30', ...both);
    // one that was started anew knows nothing of what the others wait for
    await floor.turn('09:30:30', floor.engine());
    expect(await floor.told()).toEqual(['09:05:00 ada ana', '09:30:00 ada ana']);
    for (const time of ['09:31', '09:32', '09:33', '09:40']) await floor.turn(time, ...both);
    expect(await floor.told()).toEqual(['09:05:00 ada ana', '09:30:00 ada ana', '09:31:00 ada ana', '09:32:00 ada ana']);
  });

  it('that is still to come is not told once its reason has gone before', async () => {
    const steps = [step({ id: 'soon', at_s: 60 }), step({ id: 'team', at_s: 600, notify: ['team'] })];
    await floor.given(policy(steps), rep('ana'), ofAna('ada'), ofAna('bob'));
    const one = floor.engine();
    await floor.turn('09:01', one);
    await floor.given(lead('ada').called('09:09:59', 'ana', 'connected'));
    await floor.turn('09:10', one);
    expect(await floor.told()).toEqual(['09:01:00 ada ana resolved', '09:01:00 bob ana', '09:10:00 bob team:north']);
  });

  it('rings when the answer that kept it silent is taken back, and again when that which took it back is; what was over stays over', async () => {
    const [ada, late, kept] = [ofAna('ada').called('09:03', 'ana', 'connected'), ofAna('bob'), ofAna('cy')];
    await floor.given(policy([step()]), rep('ana'), ada, late, kept);
    const one = floor.engine();
    await floor.turn('09:05', one);
    expect(await floor.told()).toEqual(['09:05:00 bob ana', '09:05:00 cy ana']);
    // bob's call is heard of late: it had been made in time
    const [bob, cy] = [late.called('09:04', 'ana', 'connected'), kept.called('09:06', 'ana', 'connected')];
    await floor.given(ada.retracted('09:06', 'call-09:03'), bob, cy);
    await floor.turn('09:07', one);
    expect(await floor.told()).toEqual(['09:05:00 ada ana', '09:05:00 bob ana retracted', '09:05:00 cy ana resolved']);
    await floor.given(bob.retracted('09:08', 'call-09:04'), cy.retracted('09:08', 'call-09:06'));
    await floor.turn('09:09', one);
    expect(await floor.told()).toEqual(['09:05:00 ada ana', '09:05:00 bob ana retracted', '09:05:00 bob ana', '09:05:00 cy ana resolved']);
  });

  it('on the clock of the owner begins anew with another one, by whatever hand the lead came to him', async () => {
    await floor.given(policy([step({ clock: 'owner', at_s: 60 })]), rep('ana'), rep('luis'), ofAna('ada'), ofAna('bob'), ofAna('cy'));
    const one = floor.engine();
    await floor.turn('09:01', one);
    await floor.given(
      lead('ada').handedOver('09:01:30', 'ana', 'luis'),
      lead('bob').assigned('09:01:30', 'luis'),
      lead('cy').assigned('09:01:30', null),
    );
    await floor.turn('09:02:29', one);
    await floor.turn('09:20', one);
    expect(await floor.told()).toEqual([
      '09:01:00 ada ana resolved',
      '09:01:00 bob ana resolved',
      '09:01:00 cy ana resolved',
      '09:02:30 ada luis',
      '09:02:30 bob luis',
    ]);
  });

  it('tells a person, a screen, a channel, who promised a call, and who has claimed the lead', async () => {
    const told = ['rep:luis', 'screen:wall', 'channel:desk', 'caller', 'claimant'];
    await floor.given(
      policy(told.map((listener, index) => step({ id: `s${index}`, at_s: 300 + index, notify: [listener] }))),
      rep('ana'),
      rep('luis'),
      rep('zoe'),
      ofAna('ada').claimed('09:01', 'zoe').tell('lead.follow_up_set', '09:02', { rep: 'luis', at: '2026-11-02T12:00:00Z' }),
    );
    const one = floor.engine();
    await floor.turn('09:05:10', one);
    expect(await floor.told()).toEqual([
      '09:05:00 ada luis',
      '09:05:01 ada screen:wall',
      '09:05:02 ada channel:desk',
      '09:05:03 ada ["luis","zoe"]',
      '09:05:04 ada zoe',
    ]);
  });

  it('comes at a share of the target, before and after it, and of the target of contact where it says so', async () => {
    const contact = { of: 'contact', at_s: undefined } as const;
    await floor.given(
      policy(
        [
          step({ id: 'half', at_s: undefined, at_percent: 50, notify: ['owner'] }),
          step({ id: 'twice', at_s: undefined, at_percent: 200, notify: ['team'] }),
          step({ id: 'talk', ...contact, at_percent: 80, notify: ['manager'] }),
        ],
        { targets: { answer_s: 300, contact_s: 900 } },
      ),
      rep('ana'),
      ofAna('ada'),
      ofAna('bob').called('09:01', 'ana', 'no_answer'),
    );
    const one = floor.engine();
    for (const time of ['09:02:29', '09:02:30', '09:10', '09:11:59', '09:12']) await floor.turn(time, one);
    expect(await floor.told()).toEqual([
      '09:02:30 ada ana',
      '09:10:00 ada team:north',
      '09:12:00 ada manager:north',
      '09:12:00 bob manager:north',
    ]);
    expect(await floor.mailed()).toEqual([
      'Lead ada must be answered by 2 Nov 2026, 09:05 (UTC)',
      'Lead ada is late: nobody has answered it',
      'Lead ada is late: nobody has answered it',
      'Lead bob was answered, but nobody has spoken with it yet',
    ]);
  });
});
