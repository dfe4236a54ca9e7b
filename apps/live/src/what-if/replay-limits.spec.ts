import { replayLimits, tookTooLong } from './replay-limits.js';

it('two replays run at once, for a minute each, and no question of theirs for more than twenty seconds', () => {
  expect(replayLimits).toEqual({ replays: 2, replayMs: 60_000, questionMs: 20_000 });
});

it('what took too long is told its limit in seconds, and what to do', () => {
  expect(tookTooLong('the replay', 60_000)).toBe(
    'the replay takes more than 60 s; ask for a shorter period, or use leadclock what-if, which takes as long as it needs',
  );
});
