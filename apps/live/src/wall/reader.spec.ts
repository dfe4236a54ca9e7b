import { readerOf } from './reader.js';

describe('who connects', () => {
  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('reads the wall from this machine: %s', (address) => {
    expect(readerOf({ address })).toEqual({ role: 'wall' });
  });

  it.each(['192.168.1.7', '', '127.0.0.1.evil'])('is nobody from elsewhere: %s', (address) => {
    expect(readerOf({ address })).toBeNull();
  });
});
