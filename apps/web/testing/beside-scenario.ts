import type { SceneState } from '@leadclock/live-protocol/scene-state.js';
import { boardOf, line, member, tile } from './board-scenario.js';

const bestReps = ['Ana', 'Luis', 'Дмитрий', 'Sofía', 'Mark'];

/** A leaderboard and a table with what each line was and what is wanted of it, at their longest. */
export const besideBoard = (): SceneState =>
  boardOf('Beside', {
    ranking: tile(
      'leaderboard',
      'wait',
      {
        unit: 's',
        lines: bestReps.map((name, at) =>
          line([member('rep', name.toLowerCase(), name)], 72 + at * 90, 24 - at, {
            rank: at + 1,
            change: { with: 'weekday', then: at === 3 ? null : 90, difference: at === 3 ? null : at === 2 ? 0 : at * 90 - 90 },
            goal: { target: 300, share: null, reached: at < 3, pace: null },
          }),
        ),
      },
      { window: 'week', rich: true, better: 'less' },
    ),
    many: tile(
      'table',
      'revenue',
      {
        unit: 'money',
        lines: ['Maximilian Featherstonehaugh', 'Александра Константинопольская', 'Zoë', 'Wilhelmina', 'Fernanda', 'Екатерина'].map(
          (name, at) =>
            line([member('rep', name, name), member('origin', 'organic_search')], 834_567 - at * 90_000, 12_345 - at, {
              currency: 'EUR',
              small: at === 2,
              change: { with: 'before', then: 900_000, difference: -65_433 - at * 90_000 },
              goal: at === 1 ? null : { target: 900_000, share: 0.927 - at / 10, reached: false, pace: null },
            }),
        ),
        more: 12,
      },
      { window: 'month', rich: true },
    ),
    counts: tile(
      'table',
      'leads',
      {
        unit: 'leads',
        lines: ['website', 'referral'].map((origin, at) =>
          line([member('origin', origin)], 40 + at, 40 + at, { change: { with: 'last_year', then: 40, difference: at } }),
        ),
      },
      { rich: true, better: 'neither' },
    ),
  });
