import type { SceneFigures, SceneLine, SceneMember, SceneState, SceneTile } from '@leadclock/live-protocol/scene-state.js';
import { PICTURE_TIME } from './scenario.js';

const DAY = 86_400_000;

const titles: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  revenue: { en: 'Won revenue', es: 'Ingresos ganados', ru: 'Выручка по сделкам' },
  contact: { en: 'Contact rate', es: 'Tasa de contacto', ru: 'Доля контактов' },
  wait: { en: 'Response time', es: 'Tiempo de respuesta', ru: 'Время ответа' },
  leads: { en: 'Leads', es: 'Leads', ru: 'Заявки' },
  bands: { en: 'Leads by speed of answer', es: 'Leads por rapidez de respuesta', ru: 'Заявки по скорости ответа' },
};

export const member = (dimension: string, value: string | null, name: string | null = null): SceneMember => ({ dimension, value, name });
export const line = (members: SceneMember[], value: number | null, n: number, rest: Partial<SceneLine> = {}): SceneLine => ({
  members,
  value,
  currency: null,
  n,
  small: false,
  rank: null,
  tied: false,
  change: null,
  goal: null,
  ...rest,
});

type Said = Partial<SceneFigures> & Pick<SceneFigures, 'unit'>;

export function tile(form: SceneTile['form'], words: string, says: Said | null, rest: Partial<SceneTile> = {}): SceneTile {
  return {
    form,
    better: 'more',
    rich: false,
    title: null,
    words: titles[words] ?? null,
    window: 'today',
    from: null,
    to: null,
    as_of: null,
    always: 'ever',
    of: [],
    says: says === null ? null : { currency: null, lines: [], more: 0, bucket: null, points: [], level: null, ...says },
    refused: false,
    ...rest,
  };
}

export const boardOf = (name: string, tiles: Readonly<Record<string, SceneTile>>): SceneState => ({
  name,
  order: Object.keys(tiles),
  tiles,
});

const ranking = tile(
  'leaderboard',
  'wait',
  {
    unit: 's',
    lines: ['Ana', 'Luis', 'Дмитрий', 'Sofía', 'Mark'].map((name, at) =>
      line([member('rep', name.toLowerCase(), name)], 72 + Math.max(1, at) * 31, 24 - at, { rank: at === 1 ? 1 : at + 1, tied: at < 2 }),
    ),
  },
  { window: 'week' },
);
const revenue = tile(
  'number',
  'revenue',
  { unit: 'money', lines: [line([], 128_450, 17, { currency: 'EUR' }), line([], 900, 1, { currency: 'USD' })] },
  { window: 'month', of: [member('team', 'north', 'North')] },
);
const contact = tile('number', 'contact', { unit: 'ratio', lines: [line([], 0.625, 8, { small: true })] });

/** A board of four tiles: two numbers below each other, a ranking; on its second page a trend and a table. */
export const morningBoard = (): SceneState =>
  boardOf('Morning floor', {
    revenue,
    contact,
    ranking,
    trend: tile(
      'trend',
      'leads',
      {
        unit: 'leads',
        bucket: 'day',
        points: [31, 42, 38, null, 12, 55, 61, 47, 40, 52, 44, 58, 63, 49].map((value, at) => ({
          from: new Date(PICTURE_TIME - (13 - at) * DAY).toISOString(),
          value,
          small: false,
        })),
      },
      { window: '28d' },
    ),
    bands: tile('table', 'bands', {
      unit: 'leads',
      lines: ['0-5', '5-15', '15-60', '60+', 'unanswered'].map((band, at) => line([member('band', band)], 90 - at * 17, 90 - at * 17)),
    }),
  });

/** Two numbers side by side, each as large as those on top. */
export const numbersBoard = (): SceneState => boardOf('Numbers', { revenue, contact });

const richTile = tile(
  'number',
  'revenue',
  {
    unit: 'money',
    lines: [
      line([], 28_450, 17, {
        currency: 'EUR',
        change: { with: 'before', then: 24_000, difference: 4_450 },
        goal: { target: 30_000, share: 0.948, reached: false, pace: 36_000 },
      }),
    ],
  },
  { window: 'month', rich: true },
);

/** A number with what it was and what is wanted of it, and a trend against its level. */
export const targetsBoard = (): SceneState =>
  boardOf('Targets', {
    rich: richTile,
    trend: tile(
      'trend',
      'contact',
      {
        unit: 'ratio',
        bucket: 'day',
        level: 0.9,
        points: [0.7, 0.75, 0.82, 0.88, 0.93, 0.91, 0.86].map((value, at) => ({
          from: new Date(PICTURE_TIME - (6 - at) * DAY).toISOString(),
          value,
          small: false,
        })),
      },
      { window: '7d' },
    ),
    wait: tile(
      'number',
      'wait',
      {
        unit: 's',
        lines: [
          line([], 330, 42, {
            change: { with: 'weekday', then: null, difference: null },
            goal: { target: 300, share: null, reached: false, pace: null },
          }),
        ],
      },
      { rich: true, better: 'less' },
    ),
    share: tile(
      'number',
      'contact',
      {
        unit: 'ratio',
        lines: [
          line([], 0.9, 42, {
            change: { with: 'last_year', then: 0.95, difference: -0.05 },
            goal: { target: 0.9, share: 1, reached: true, pace: null },
          }),
        ],
      },
      { rich: true },
    ),
  });

/** Everything at its longest, and what cannot be answered. */
export const fullBoard = (): SceneState =>
  boardOf('The board of the regional sales management, which has a very long name', {
    long: {
      ...tile('number', 'revenue', { unit: 'money', lines: [line([], 999_999, 12_345, { currency: 'USD' })] }),
      title: 'Revenue that was won with the customers of the regional management this year',
      window: null,
      from: '2026-01-01',
      to: '2026-04-01',
      of: [member('team', 'n', 'Northern and western regional management'), member('origin', 'paid_search')],
    },
    wait: tile('number', 'wait', { unit: 's', lines: [line([], 8_639_990, 9, { small: true })] }),
    many: tile('table', 'revenue', {
      unit: 'money',
      lines: ['Maximilian Featherstonehaugh', 'Александра Константинопольская', 'Zoë', 'Wilhelmina', 'Fernanda', 'Екатерина'].map(
        (name, at) =>
          line([member('rep', name, name), member('origin', 'organic_search')], 1_234_567 - at * 90_000, 12_345 - at, { currency: 'EUR' }),
      ),
      more: 12,
    }),
    gone: { ...tile('table', 'nothing', null, { refused: true }), title: 'no-such-number' },
    wrong: tile('trend', 'leads', null, { refused: true, window: null }),
    later: tile('number', 'leads', null),
    one: tile('trend', 'contact', {
      unit: 'ratio',
      bucket: 'hour',
      points: [{ from: new Date(PICTURE_TIME).toISOString(), value: 0.5, small: true }],
    }),
    none: tile('leaderboard', 'wait', { unit: 's' }),
  });
