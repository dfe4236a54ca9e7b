import { audienceOf, audienceOrManager, toldIn, withNewOwner } from './audience.js';

const hasLeft = (rep: string): boolean => rep === 'gone';
const ofAna = { owner: 'ana', claimant: null, caller: null, team: 'north', hasLeft };
const nobodys = { owner: null, claimant: null, caller: null, team: null, hasLeft };

describe('whom a step tells', () => {
  it('is the owner; of a lead that is nobody’s everybody', () => {
    expect(audienceOf(['owner'], ofAna)).toBe('ana');
    expect(audienceOf(['owner'], nobodys)).toBe('*');
  });

  it('is who has claimed it, and nobody where nobody has', () => {
    expect(audienceOf(['claimant'], { ...ofAna, claimant: 'luis' })).toBe('luis');
    expect(audienceOf(['claimant'], ofAna)).toBeNull();
  });

  it('is who promised to call back, with the owner if that is somebody else; the owner where nobody promised', () => {
    expect(audienceOf(['caller'], { ...ofAna, caller: 'luis' })).toBe('["luis","ana"]');
    expect(audienceOf(['caller'], { ...ofAna, caller: 'ana' })).toBe('ana');
    expect(audienceOf(['caller'], { ...nobodys, caller: 'luis' })).toBe('luis');
    expect(audienceOf(['caller'], ofAna)).toBe('ana');
    expect(audienceOf(['caller'], nobodys)).toBe('*');
  });

  it('is the team or its manager; of a lead without a team everybody, or any manager', () => {
    expect(audienceOf(['team'], ofAna)).toBe('team:north');
    expect(audienceOf(['team'], nobodys)).toBe('*');
    expect(audienceOf(['manager'], ofAna)).toBe('manager:north');
    expect(audienceOf(['manager'], nobodys)).toBe('manager:*');
  });

  it('is a person, a screen or a channel by its id', () => {
    expect(['rep:luis', 'screen:hall', 'channel:sales'].map((word) => audienceOf([word], ofAna))).toEqual([
      'luis',
      'screen:hall',
      'channel:sales',
    ]);
  });

  it('is nobody who has left, whatever he was to the lead; the manager hears of it in his place', () => {
    const ofGone = { ...ofAna, owner: 'gone', claimant: 'gone', caller: 'gone' };
    expect(['owner', 'claimant', 'caller', 'rep:gone'].map((word) => audienceOf([word], ofGone))).toEqual([null, null, null, null]);
    expect(audienceOf(['caller'], { ...ofGone, caller: 'ana' })).toBe('ana');
    expect(audienceOf(['caller', 'owner'], { ...ofAna, caller: 'gone' })).toBe('ana');
    expect(audienceOrManager(['owner'], ofGone)).toBe('manager:north');
    expect(audienceOrManager(['owner', 'rep:luis'], ofGone)).toBe('luis');
  });

  it('is also who is given the lead by it, once', () => {
    expect(withNewOwner('ana', 'luis')).toBe('["ana","luis"]');
    expect(withNewOwner('["manager:north","luis"]', 'luis')).toBe('["manager:north","luis"]');
    expect([withNewOwner('*', 'luis'), withNewOwner('ana', 'ana'), withNewOwner('ana', null)]).toEqual(['*', 'ana', 'ana']);
  });

  it('is several, each once; with everybody nobody else has to be named', () => {
    expect(audienceOf(['owner', 'manager', 'rep:ana'], ofAna)).toBe('["ana","manager:north"]');
    expect(audienceOf(['manager', 'owner'], nobodys)).toBe('*');
  });

  it('is nobody where no word says anything', () => {
    expect(audienceOf([], ofAna)).toBeNull();
    expect(audienceOf(['boss'], ofAna)).toBeNull();
  });

  it('is the manager, of the team or any, where a step would tell nobody', () => {
    expect([audienceOrManager([], ofAna), audienceOrManager(['claimant'], ofAna)]).toEqual(['manager:north', 'manager:north']);
    expect(audienceOrManager([], nobodys)).toBe('manager:*');
    expect(audienceOrManager(['owner'], ofAna)).toBe('ana');
    expect(audienceOf(['claimant', 'team'], ofAna)).toBe('team:north');
  });

  it('is several up to the 200 characters that an event holds', () => {
    const two = (length: number) => audienceOf([`rep:${'a'.repeat(length)}`, 'rep:b'], ofAna) ?? '';
    expect(two(192)).toHaveLength(200);
    expect(two(193)).toBe('*');
  });

  it('is everybody rather than nobody where an event could not hold them all', () => {
    expect(
      audienceOf(
        Array.from({ length: 40 }, (_, n) => `rep:rep-${n}`),
        ofAna,
      ),
    ).toBe('*');
  });

  it('is read back as it was written, also of an alert that is older', () => {
    expect(toldIn('["ana","manager:north"]')).toEqual(['ana', 'manager:north']);
    for (const one of ['ana', '*', 'team:north', '[ana]', '["ana"', '[1]', '["ana",1]', '["a"', '"ana"', '{"every": 1}', '1'])
      expect(toldIn(one)).toEqual([one]);
  });
});
