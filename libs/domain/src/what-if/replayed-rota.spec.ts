import { ladderEventId } from '../alerts/ladder-event-id.js';
import { buildConfiguration } from '../configuration/build-configuration.js';
import { at } from '../testing/clock-time.js';
import { type Story, subject } from '../testing/story.js';
import { ReplayedRota } from './replayed-rota.js';

const configuration = buildConfiguration(
  ['ana', 'luis', 'zoe'].flatMap((id) => subject(id).tell('rep.set', '08:00', { name: id, team: 'north', active: true }).events),
);
const byStep = (alert: string, type: 'rota.advanced' | 'rep.status_changed') => ({
  source: '/leadclock/alerts',
  id: ladderEventId(alert, type),
});
const turn = (time: string, rep: string, alert: string): Story =>
  subject('north').tell('rota.advanced', time, { rep }, byStep(alert, 'rota.advanced'));

describe('the rota of a replay', () => {
  const rota = (...stories: readonly Story[]) => new ReplayedRota(stories.flatMap(({ events }) => events));
  const next = (of: ReplayedRota, time: string, except: string | null = null) =>
    of.take({ lead: 'ada', team: 'north', except, at: at(time) }, configuration);

  it('goes on from the turn that was recorded last by then, and from its own', () => {
    const went = rota(turn('09:00', 'ana', 'a1'), turn('09:30', 'zoe', 'a2'));
    expect([next(went, '08:59'), next(went, '09:10'), next(went, '09:20')]).toEqual(['ana', 'luis', 'zoe']);
    expect(next(went, '09:40', 'ana')).toBe('luis');
  });

  it('takes no turn of an alert that the replay does not come to', () => {
    const went = rota(turn('09:00', 'ana', 'a1'), turn('09:01', 'luis', 'a2'));
    went.expect('a1');
    went.expect('a2');
    went.met('a1');
    expect(next(went, '09:10')).toBe('luis');
  });

  it('passes over who was away by then, unless it was for an alert that it does not come to', () => {
    const away = subject('ana').tell('rep.status_changed', '09:00', { status: 'away' });
    const sent = subject('luis').tell('rep.status_changed', '09:00', { status: 'away' }, byStep('a1', 'rep.status_changed'));
    expect([next(rota(away, sent), '09:00'), next(rota(away, sent), '09:01')]).toEqual(['ana', 'zoe']);
    const went = rota(away, sent);
    went.expect('a1');
    expect(next(went, '09:01')).toBe('luis');
  });

  it('says nobody where nobody can take it, and is nobody else', () => {
    const away = ['ana', 'luis', 'zoe'].map((id) => subject(id).tell('rep.status_changed', '09:00', { status: 'away' }));
    expect(next(rota(...away), '09:01')).toBeNull();
    const alone = away.slice(1);
    expect([next(rota(...alone), '09:01', 'ana'), next(rota(...alone), '09:01')]).toEqual([null, 'ana']);
  });

  it('goes by the later of its own turn and the one that was recorded, by its own if they are of one instant', () => {
    const at0930 = subject('north').tell('rota.advanced', '09:30', { rep: 'zoe' }, { id: 'z', heard: '09:30' });
    const later = rota(turn('09:00', 'ana', 'a1'), at0930);
    expect([next(later, '09:10'), next(later, '09:40')]).toEqual(['luis', 'ana']);
    const same = rota(at0930);
    expect([next(same, '09:29:59.999'), next(same, '09:30'), next(same, '09:31')]).toEqual(['ana', 'ana', 'luis']);
  });

  it('goes by turns, not by what else is told of the team, and has taken none where nobody could take it', () => {
    const north = turn('09:00', 'ana', 'a1').tell('team.set', '09:05', { name: 'North' });
    expect(next(rota(north), '09:10')).toBe('luis');
    const away = ['ana', 'luis', 'zoe'].map((id) =>
      subject(id).tell('rep.status_changed', '09:05', { status: 'away' }).tell('rep.status_changed', '09:15', { status: 'available' }),
    );
    const empty = rota(turn('09:00', 'ana', 'a1'), ...away);
    expect([next(empty, '09:10'), next(empty, '09:20')]).toEqual([null, 'luis']);
  });

  it('takes the turn of an alert that it comes to later from then on', () => {
    const went = rota(turn('09:00', 'ana', 'a1'), turn('09:05', 'zoe', 'a2'));
    went.expect('a2');
    expect(next(went, '09:02')).toBe('luis');
    went.met('a2');
    expect(next(went, '09:10')).toBe('ana');
  });
});
