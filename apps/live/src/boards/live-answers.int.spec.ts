import { kpis } from '@leadclock/domain/kpi/catalogue.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead } from '@leadclock/domain/testing/story.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { BoardFloor } from '../testing/board-floor.js';

const onABoard = 24;
const windows = ['today', '7d', ''] as const;

interface Question {
  readonly kpi: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Every KPI of the catalogue over today, seven days and all time; stocks as they are. */
const questionsBy = (by: string): readonly Question[] =>
  kpis
    .filter(({ dimensions }) => by === '' || dimensions.some((dimension) => dimension === by))
    .flatMap(({ name, shape, parameters }) => {
      const usual = Object.fromEntries(Object.entries(parameters).map(([parameter, { default: value }]) => [parameter, value]));
      const asked = shape(usual) === 'stock' ? ([''] as const) : windows;
      return asked.map((window) => ({ kpi: name, params: { ...(window === '' ? {} : { window }), ...(by === '' ? {} : { by }) } }));
    });

let floor: BoardFloor;
beforeEach(async () => {
  floor = await BoardFloor.open();
});
afterEach(() => floor.close());

/** Puts the questions on boards and looks at these until they are kept live; answers those that can be. */
async function watch(questions: readonly Question[]): Promise<readonly Question[]> {
  const boards = Array.from({ length: Math.ceil(questions.length / onABoard) }, (_, n) =>
    questions.slice(n * onABoard, (n + 1) * onABoard),
  );
  for (const [n, asked] of boards.entries()) await floor.keep(`all-${n}`, ...asked.map((one, index) => ({ id: `t${index}`, ...one })));
  const live: Question[] = [];
  for (const [n, asked] of boards.entries()) {
    const told = await until(`the live tiles of board ${n}`, async () => {
      const tiles = await floor.answersOf(`all-${n}`);
      // a formula over another instant never is
      return tiles.some((tile) => 'live' in tile && tile.live) ? tiles : null;
    });
    live.push(...asked.filter((_one, index) => told.some((tile) => tile.tile === `t${index}` && 'live' in tile && tile.live)));
  }
  return live;
}

const told = ({ kpi, params }: Question): Promise<unknown> => floor.json(`/v1/kpis/${kpi}?${new URLSearchParams(params)}`);
const right = ({ kpi, params }: Question): unknown => JSON.parse(JSON.stringify(floor.inMemory(kpi, params)));

describe('a KPI that somebody watches', () => {
  it.each(['', 'rep'])('is answered over HTTP as one pass over the facts would, by %j', async (by) => {
    const questions = questionsBy(by);
    const live = await watch(questions);
    expect(live.map(({ kpi }) => kpi)).toEqual(expect.arrayContaining(['lead-response-time', 'waiting-now', 'win-ratio', 'leads-created']));
    const deal = { amount: { amount: 70, currency: 'USD' } };
    await floor.planted.plant(
      lead('dee').arrived('11:30', { owner: 'ana' }).called('11:31', 'ana', 'connected').opened('11:40').won('11:50', deal),
      lead('eve').arrived('11:00', { owner: 'bo' }).called('11:20', 'bo', 'connected').opened('11:25').lost('11:55', { reason: 'price' }),
    );
    floor.clock.now = at('12:05');
    for (const one of questions) expect(await told(one)).toEqual(right(one));
    // the live figures have taken in what came; now they need no facts any more, and the database could not do without
    await floor.planted.dataSource.query('alter table set_1.fact rename to gone');
    for (const one of live) {
      const expected = JSON.stringify(right(one));
      await until(`the live answer to ${JSON.stringify(one)}`, async () => JSON.stringify(await told(one)) === expected);
    }
  });
});

describe('a question that is on no board', () => {
  const tile = (id: string, kpi: string, params = {}) => ({ id, kpi, form: 'number', params });
  const isLive = async (): Promise<Readonly<Record<string, boolean>>> => {
    const tiles = [tile('created', 'leads-created', { window: '7d', by: 'rep' }), tile('all', 'leads-created'), tile('once', 'win-ratio')];
    const body = JSON.stringify({ tiles });
    const asked = await floor.json<{ tiles: { tile: string; live: boolean }[] }>('/v1/questions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return Object.fromEntries(asked.tiles.map(({ tile: id, live }) => [id, live]));
  };

  it('is kept live once it comes again, if it is one of a window that moves with the clock', async () => {
    const created = { kpi: 'leads-created', params: { window: '7d', by: 'rep' } };
    await told(created);
    await told({ kpi: 'leads-created', params: {} });
    await told({ kpi: 'win-ratio', params: { window: '7d' } });
    expect(await isLive()).toEqual({ created: false, all: false, once: false });
    await told({ kpi: 'leads-created', params: { by: 'rep', window: '7d' } });
    await told({ kpi: 'leads-created', params: {} });
    await until('the question that came again', async () => (await isLive())['created'] === true);
    expect(await isLive()).toEqual({ created: true, all: false, once: false });
    await floor.planted.plant(lead('fay').arrived('11:59', { owner: 'bo' }));
    expect(await told(created)).toEqual(right(created));
  });
});
