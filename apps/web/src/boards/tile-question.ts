import type { Board, BoardTile } from '@leadclock/live-protocol/board.js';
import type { Definition } from '../kpis/answers.js';
import { type Question, readQuestion, writeQuestion } from '../kpis/question.js';

type Form = BoardTile['form'];

export const tileForms: readonly Form[] = ['number', 'table', 'trend', 'leaderboard'];

/** What a tile asks, as the pages of the numbers ask it. */
export const questionOf = ({ kpi, params }: BoardTile, definition: Pick<Definition, 'parameters'> | undefined): Question =>
  readQuestion(kpi, new URLSearchParams(params), Object.keys(definition?.parameters ?? {}));

/** A question as the parameters of a tile. */
export const paramsOf = (question: Question): BoardTile['params'] => Object.fromEntries(writeQuestion(question));

/** A tile that asks this, in the form that suits it. */
export const tileAsking = (question: Question, form: Form = question.by.length > 0 ? 'table' : 'number'): Omit<BoardTile, 'id'> => ({
  title: null,
  kpi: question.kpi,
  params: paramsOf(question),
  form,
  bucket: null,
  compare: null,
  target: null,
  minimum: 0,
  teams: false,
  width: form === 'number' ? 3 : 6,
});

/** What a KPI newly put on a board asks: today, where it is of a window. */
export const firstQuestion = ({ name, shape }: Pick<Definition, 'name' | 'shape'>): Question =>
  readQuestion(name, new URLSearchParams(shape === 'flow' ? { window: 'today' } : {}), []);

/** The step of a trend that suits a window. */
function stepOf(window: string | undefined): 'hour' | 'day' | 'week' {
  if (window === '1h' || window === '24h' || window === 'today') return 'hour';
  return window === 'year' || window === undefined ? 'week' : 'day';
}

/**
 * What else changes with a tile's form: a number and a trend are of the whole, a table and a leaderboard are of groups, reps where the KPI has them,
 * and a trend is over a stretch of time.
 */
export function inForm(tile: BoardTile, form: Form, { dimensions }: Pick<Definition, 'dimensions'>): Partial<Omit<BoardTile, 'id'>> {
  const { by, ...whole } = tile.params;
  const [first] = dimensions;
  const usual = dimensions.includes('rep') ? 'rep' : first;
  const change = { form, bucket: null, teams: false };
  if (form === 'number') return { ...change, params: whole };
  if (form === 'trend') {
    const timed = whole['window'] !== undefined || whole['from'] !== undefined;
    const params = timed ? whole : { ...whole, window: '7d' };
    return { ...change, params, bucket: stepOf(params['window']), width: Math.max(6, tile.width) };
  }
  const given = by ?? (form === 'leaderboard' ? usual : undefined);
  return { ...change, params: given === undefined ? whole : { ...whole, by: given } };
}

/** The page on which a tile's number is asked further. */
export const addressOf = (tile: BoardTile): { readonly pathname: string; readonly search: string } => {
  const address = new URLSearchParams(tile.params);
  if (tile.bucket !== null) address.set('bucket', tile.bucket);
  return { pathname: `/kpis/${encodeURIComponent(tile.kpi)}`, search: address.toString() };
};

export const emptyBoard = (name: string): Board => ({ name, tiles: [] });
