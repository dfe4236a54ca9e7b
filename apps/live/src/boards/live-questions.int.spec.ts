import { buildConfiguration } from '@leadclock/domain/configuration/build-configuration.js';
import { noRates } from '@leadclock/domain/money/rates.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead } from '@leadclock/domain/testing/story.js';
import { Planted } from '../testing/planted.js';
import { presentQuestion, subscriptionOf } from './asked-tile.js';
import { LiveQuestions } from './live-questions.js';

const configuration = buildConfiguration([]);
const context = { configuration, rates: noRates };
const question = (kpi: string, params: Readonly<Record<string, string>> = {}) => {
  const asked = presentQuestion(kpi, params, context);
  const subscription = asked === null ? null : subscriptionOf(asked, context, at('12:00'));
  if (asked === null || subscription === null) throw new Error(`${kpi} cannot be kept live`);
  return { asked, subscription };
};
const waiting = question('waiting-now');
const late = question('late-now');
const created = question('leads-created', { window: 'today' });

let planted: Planted;
let elapsed: number;
let faults: unknown[];
let live: LiveQuestions;

beforeEach(async () => {
  planted = await Planted.open();
  elapsed = 0;
  faults = [];
  live = new LiveQuestions(
    planted.dataSource,
    () => at('12:00'),
    () => elapsed,
    (error) => void faults.push(error),
  );
  await planted.plant(lead('ada').arrived('11:59'));
});
afterEach(() => planted.close());

const tend = async () => {
  live.tend();
  await live.rest();
};

describe('questions that somebody watches', () => {
  it('are kept live for three minutes after the last look', async () => {
    for (const { subscription } of [waiting, late, created]) live.watch(subscription);
    expect(live.answer(waiting.asked)).toBeNull();
    await tend();
    expect(live.answer(waiting.asked)).toMatchObject({ kpi: 'waiting-now', as_of: '2026-11-02T12:00:00.000Z', groups: [{ value: 1 }] });
    elapsed = 100_000;
    live.watch(created.subscription);
    elapsed = 180_001;
    await tend();
    expect([live.has(waiting.asked), live.has(created.asked)]).toEqual([false, true]);
    elapsed = 280_001;
    await tend();
    expect([live.isAnyWatched, live.has(created.asked)]).toEqual([false, false]);
  });

  it('are followed, and what is heard meanwhile by two at once is in both answers', async () => {
    live.watch(waiting.subscription);
    await tend();
    await planted.plant(lead('bob').arrived('11:59'));
    const turns = await Promise.all([live.catchUp(), live.catchUp()]);
    expect(turns).toEqual([true, false]);
    expect(live.answer(waiting.asked)?.groups).toMatchObject([{ value: 2 }]);
  });

  it('are taken up by the next attempt when the read model could not be read', async () => {
    live.watch(waiting.subscription);
    await planted.dataSource.query('alter table current_set rename to away');
    await tend();
    expect([live.has(waiting.asked), String(faults[0])]).toEqual([false, expect.stringContaining('current_set')]);
    await planted.dataSource.query('alter table away rename to current_set');
    await tend();
    expect([live.has(waiting.asked), faults[1]]).toEqual([true, null]);
  });

  it('are 200 at most: those beyond are for the database', async () => {
    for (let n = 0; n < 201; n++) live.watch(question('waiting-now', { rep: `rep-${n}` }).subscription);
    await tend();
    expect([0, 199, 200].map((n) => live.has(question('waiting-now', { rep: `rep-${n}` }).asked))).toEqual([true, true, false]);
  });
});

describe('the name of a question', () => {
  it('is one however it was written', () => {
    const name = (params: Readonly<Record<string, string | readonly string[]>>) => presentQuestion('leads-created', params, context)?.name;
    expect(name({ by: 'rep,origin', window: '7d' })).toBe(name({ window: '7d', by: ['rep', 'origin'] }));
    expect(name({ rep: 'ana', origin: 'web' })).toBe(name({ origin: 'web', rep: 'ana' }));
    expect(name({ by: 'rep' })).not.toBe(name({ by: 'origin' }));
    expect(name({ rep: 'ana' })).not.toBe(name({ rep: 'bo' }));
  });

  it('is there only for what is asked of the present', () => {
    expect(presentQuestion('leads-created', { as_of: '2026-11-02' }, context)).toBeNull();
    expect(presentQuestion('leads-created', { from: '2026-11-02' }, context)).toBeNull();
    expect(presentQuestion('leads-created', { colour: 'red' }, context)).toBeNull();
    expect(presentQuestion('no-such', {}, context)).toBeNull();
  });
});
