import { noneBecause, standingOf } from './notice-state.js';

describe('how notifications stand', () => {
  it.each([
    [null, true, 'none', 'none'],
    ['denied', true, 'on', 'blocked'],
    ['default', true, 'none', 'off'],
    ['granted', false, 'none', 'off'],
    ['granted', true, 'none', 'asking'],
    ['granted', true, 'asking', 'asking'],
    ['granted', true, 'away', 'here'],
    ['granted', true, 'refused', 'here'],
    ['granted', true, 'on', 'on'],
  ] as const)('with permission %p, wanted %p and push %p is %p', (permission, isWanted, step, standing) => {
    expect(standingOf(permission, isWanted, step === 'on' ? { step, way: 'push-1' } : { step })).toBe(standing);
  });

  it('says what has to be done first: https, then the home screen', () => {
    expect(noneBecause({ isSecure: false, isApplePhone: true })).toBe('insecure');
    expect(noneBecause({ isSecure: true, isApplePhone: true })).toBe('not-installed');
    expect(noneBecause({ isSecure: true, isApplePhone: false })).toBe('unsupported');
  });
});
