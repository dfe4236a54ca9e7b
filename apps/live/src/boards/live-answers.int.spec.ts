import { kpis } from '@leadclock/domain/kpi/catalogue.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
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

/** Puts the questions on boards and looks at these until all of them are kept live. */
async function watch(questions: readonly Question[]): Promise<void> {
  const boards = Array.from({ length: Math.ceil(questions.length / onABoard) }, (_, n) =>
    questions.slice(n * onABoard, (n + 1) * onABoard),
  );
  for (const [n, asked] of boards.entries()) await floor.keep(`all-${n}`, ...asked.map((one, index) => ({ id: `t${index}`, ...one })));
  for (const n of boards.keys())
    await until(`the live tiles of board ${n}`, async () =>
      (await floor.answersOf(`all-${n}`)).every((tile) => 'live' in tile && tile.live),
    );
}

/** What formulas look back at when the questions are taken up: one customer stays, one left two days ago, one goes up; a week with a target. */
const before = [
  subject('s1').subscribed('2026-10-01T00:00:00Z', 'k1', 100, { rep: 'ana' }),
  subject('s2').subscribed('2026-10-02T00:00:00Z', 'k2', 50, { rep: 'bo' }).unsubscribed('2026-10-31T10:00:00Z'),
  subject('s3').subscribed('2026-10-03T00:00:00Z', 'k3', 80, { rep: 'ana' }).repriced('2026-10-30T10:00:00Z', 90, 'upsell'),
  subject('spend').spent('2026-10-30T08:00:00Z', 300, '2026-10-30', '2026-11-04'),
  subject('day').aimed('2026-10-30T08:00:00Z', 200, '2026-11-02', '2026-11-02', { rep: 'ana' }),
  subject('next').aimed('2026-10-30T08:00:00Z', 100, '2026-11-03', '2026-11-03'),
];

const told = ({ kpi, params }: Question): Promise<unknown> => floor.json(`/v1/kpis/${kpi}?${new URLSearchParams(params)}`);
const right = ({ kpi, params }: Question): unknown => JSON.parse(JSON.stringify(floor.inMemory(kpi, params)));

describe('a KPI that somebody watches', () => {
  it.each(['', 'rep'])('is answered over HTTP as one pass over the facts would, by %j', async (by) => {
    const questions = questionsBy(by);
    await floor.planted.plant(...before);
    await watch(questions);
    const deal = { amount: { amount: 70, currency: 'USD' } };
    await floor.planted.plant(
      lead('dee').arrived('11:30', { owner: 'ana' }).called('11:31', 'ana', 'connected').opened('11:40').won('11:50', deal),
      lead('eve').arrived('11:00', { owner: 'bo' }).called('11:20', 'bo', 'connected').opened('11:25').lost('11:55', { reason: 'price' }),
      subject('s4').subscribed('11:58', 'k4', 70, { rep: 'bo' }),
    );
    floor.clock.now = at('12:05');
    for (const one of questions) expect(await told(one)).toEqual(right(one));
    // the live figures have taken in what came; now they need no facts any more, and the database could not do without
    await floor.planted.dataSource.query('alter table set_1.fact rename to gone');
    // tomorrow, when the deals of today are of yesterday; and when s2 has ended before the seven days
    for (const time of ['tue 00:30', 'sat 10:00:01']) {
      floor.clock.now = at(time);
      for (const one of questions) {
        const expected = JSON.stringify(right(one));
        await until(`the live answer to ${JSON.stringify(one)}`, async () => JSON.stringify(await told(one)) === expected);
      }
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
