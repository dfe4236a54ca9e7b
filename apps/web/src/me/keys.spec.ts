import { type KeyPlace, keyAction } from './keys.js';

const calm: KeyPlace = { typing: false, onControl: false, sheet: null, singleKeys: true };
const press = (key: string, code = '', place: Partial<KeyPlace> = {}, ctrl = false) =>
  keyAction({ key, code, ctrl, alt: false }, { ...calm, ...place });

describe('single keys', () => {
  it.each([
    ['j', 'KeyJ', 'next'],
    ['k', 'KeyK', 'previous'],
    ['c', 'KeyC', 'claim'],
    ['l', 'KeyL', 'log'],
    ['u', 'KeyU', 'undo'],
    ['m', 'KeyM', 'mute'],
    ['b', 'KeyB', 'callBack'],
    ['o', 'KeyO', 'handOver'],
    ['r', 'KeyR', 'giveBack'],
    ['s', 'KeyS', 'putOff'],
    ['a', 'KeyA', 'accept'],
    ['d', 'KeyD', 'decline'],
    ['е', 'KeyT', 'status'],
    ['с', 'KeyC', 'claim'],
    ['/', 'Slash', 'search'],
    ['?', 'Slash', 'help'],
    ['Enter', 'Enter', 'call'],
  ])('%s (%s) is %s', (key, code, action) => {
    expect(press(key, code)).toEqual({ do: action });
  });

  it('are letters where somebody writes', () => {
    expect(press('c', 'KeyC', { typing: true })).toBeNull();
    expect(press('Enter', 'Enter', { typing: true, sheet: 'log' })).toBeNull();
  });

  it('can be turned off, but for Esc and Ctrl+Enter', () => {
    expect(press('c', 'KeyC', { singleKeys: false })).toBeNull();
    expect(press('Escape', '', { singleKeys: false, sheet: 'log' })).toEqual({ do: 'close' });
    expect(press('Enter', '', { singleKeys: false, sheet: 'log' }, true)).toEqual({ do: 'save' });
  });

  it('leave the browser’s own keys alone', () => {
    expect(press('c', 'KeyC', {}, true)).toBeNull();
    expect(keyAction({ key: 'l', code: 'KeyL', ctrl: false, alt: true }, calm)).toBeNull();
  });

  it('leave Enter to the button that has the focus', () => {
    expect(press('Enter', 'Enter', { onControl: true })).toBeNull();
  });

  it('choose an outcome while the sheet is open, and nothing else', () => {
    expect(press('3', 'Digit3', { sheet: 'log' })).toEqual({ do: 'outcome', outcome: 'voicemail' });
    expect(press('3', 'Digit3')).toBeNull();
    expect(press('7', 'Digit7', { sheet: 'log' })).toBeNull();
    expect(press('7', 'Digit7', { sheet: 'other' })).toEqual({ do: 'choice', place: 6 });
    expect(press('0', 'Digit0', { sheet: 'other' })).toBeNull();
  });
});
