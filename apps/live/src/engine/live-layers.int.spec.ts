import { kpiNamed } from '@leadclock/domain/kpi/catalogue.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead } from '@leadclock/domain/testing/story.js';
import { StoryClock } from '../testing/live-app.js';
import { Planted } from '../testing/planted.js';
import type { Subscription } from './live-engine.js';
import { LiveLayers } from './live-layers.js';

const subscription = (name: string, params: Readonly<Record<string, string>> = {}): Subscription => {
  const kpi = kpiNamed(name);
  if (kpi === null) throw new Error(name);
  return { name, kpi, params };
};
const waiting = subscription('waiting-now');
const created = subscription('leads-created', { window: 'today' });
const response = subscription('lead-response-time', { window: '7d' });
const activity = subscription('rep-activity', { window: 'today' });
const late = subscription('late-now');

let planted: Planted;
let clock: StoryClock;
let layers: LiveLayers;

beforeEach(async () => {
  planted = await Planted.open();
  clock = new StoryClock(at('12:00'));
  await planted.plant(lead('ada').arrived('11:59', { owner: 'ana' }), lead('bob').arrived('11:00').called('11:01', 'ana'));
  layers = new LiveLayers(planted.dataSource, clock.read);
});
afterEach(() => planted.close());

const value = (name: string) => layers.look(name)?.groups[0]?.value ?? null;

describe('live figures that come and go', () => {
  it('are taken up beside those that are there, which go on meanwhile', async () => {
    expect(await layers.keep([waiting])).toBe(true);
    const taking = layers.keep([waiting, created]);
    await planted.plant(lead('cy').arrived('12:00'));
    clock.now = at('12:00:01');
    await layers.follow();
    layers.advance();
    expect(value('waiting-now')).toBe(2);
    expect(await taking).toBe(true);
    await layers.follow();
    layers.advance();
    expect([value('waiting-now'), value('leads-created')]).toEqual([2, 3]);
    expect(await layers.keep([waiting, created])).toBe(false);
  });

  it('all hear of what comes later, and follow the clock', async () => {
    await layers.keep([waiting]);
    await layers.keep([waiting, response]);
    await layers.keep([waiting, response, late]);
    expect(layers.next).toBe(at('12:04'));
    await planted.plant(lead('dee').arrived('11:55').called('11:56', 'ana'));
    expect(await layers.follow()).toBe(true);
    expect(await layers.follow()).toBe(false);
    clock.now = at('12:04');
    expect(layers.advance()).toBe(true);
    expect(['waiting-now', 'lead-response-time', 'late-now'].map(value)).toEqual([1, 60, 1]);
  });

  it('are let go when nobody wants them, with the facts behind them', async () => {
    await layers.keep([created]);
    await layers.keep([created, waiting]);
    const both = layers.held.facts;
    await layers.keep([waiting]);
    expect([layers.has('leads-created'), layers.look('leads-created'), value('waiting-now')]).toEqual([false, null, 1]);
    expect(layers.held.facts).toBeLessThan(both);
    await layers.keep([]);
    expect(layers.held).toEqual({ facts: 0, bytes: 0 });
    expect(layers.next).toBe(Number.POSITIVE_INFINITY);
  });

  it('are read as one when there are many layers, or when most of what one holds is unwanted', async () => {
    const all = [waiting, created, response, activity, late];
    for (let n = 1; n < all.length; n++) await layers.keep(all.slice(0, n));
    const apart = layers.held.facts;
    await layers.keep(all);
    expect(all.map(({ name }) => layers.has(name))).toEqual(all.map(() => true));
    expect(layers.held.facts).toBeLessThan(apart);
    await layers.keep([waiting, late]);
    expect(all.map(({ name }) => layers.has(name))).toEqual([true, false, false, false, true]);
    expect([value('waiting-now'), value('late-now')]).toEqual([1, 0]);
  });
});
