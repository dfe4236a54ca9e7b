import { emptyWall } from '@leadclock/live-protocol/empty-wall.js';
import type { Win } from '@leadclock/live-protocol/protocol.js';
import type { WallView } from '../../live/wall-store.js';
import { type BreachAlert, lookAt, SEEN_AT_MOST, watchFrom } from './watch.js';

const AT = Date.parse('2026-03-17T14:32:00+01:00');
const alert = (id: string): BreachAlert => ({ alert: id, lead: `lead-${id}`, name: 'María F.', due: AT });
const win = (id: string): Win => ({ id, rep: 'Ana', lead: 'John P.', amount: null, currency: null, at: AT });

/** The wall at a second, with these alerts and wins, the latest first. */
function view(second: number, alerts: readonly string[], wins: readonly string[] = [], pending: string | null = null): WallView {
  const state = { ...emptyWall(), alerts: alerts.map(alert), wins: wins.map(win), pending };
  const now = AT + second * 1_000;
  return { state, boards: [], freshness: 'live', now, asOf: now, lastFrame: now, latencyMs: null, startedAt: AT };
}
const blank: WallView = { ...view(0, []), state: null, lastFrame: null };

/** Goes through the views one after the other; the answer is the moments of each step. */
function moments(...views: readonly WallView[]): string[] {
  let watch = watchFrom([]);
  return views.slice(1).map((after, at) => {
    const heard = lookAt(watch, views[at] ?? blank, after, after.now);
    watch = heard.watch;
    return [...heard.breaches.map((one) => one.alert), ...heard.wins.map((one) => one.id)].join(' ');
  });
}

describe('a moment', () => {
  it('is made of what was never on the wall', () => {
    expect(moments(blank, view(0, ['a']), view(5, ['b', 'a']), view(10, ['b', 'a'], ['w']))).toEqual(['', 'b', 'w']);
  });

  it('is one for several that came together', () => {
    expect(moments(blank, view(0, []), view(5, ['c', 'b', 'a']))).toEqual(['', 'c b a']);
  });

  it('is not made of what the first state has: the page was only loaded', () => {
    expect(moments(blank, view(0, ['a'], ['w']))).toEqual(['']);
  });

  it('is not made of what came during a silence of more than 10 s, nor right behind it', () => {
    expect(moments(blank, view(0, []), view(11, ['a']), view(12, ['b', 'a']))).toEqual(['', '', '']);
    expect(moments(blank, view(0, []), view(10, ['a']))).toEqual(['', 'a']);
    expect(moments(blank, view(0, []), view(11, ['a']), view(13, ['b', 'a']))).toEqual(['', '', 'b']);
  });

  it('is not made of frames that were on their way for too long', () => {
    const late = { ...view(5, ['a']), now: AT + 30_000 };
    expect(moments(blank, view(0, []), late)).toEqual(['', '']);
  });

  it('is made when the clock of the server was set meanwhile', () => {
    let watch = watchFrom([]);
    const heard = ([before, after]: readonly [WallView, WallView], at: number) => {
      const answer = lookAt(watch, before, after, AT + at);
      watch = answer.watch;
      return answer.breaches.map((one) => one.alert);
    };
    expect(heard([blank, view(0, [])], 0)).toEqual([]);
    expect(heard([view(0, []), view(301, ['a'])], 5_000)).toEqual(['a']);
  });

  it('is not made while the server catches up, nor of its last step', () => {
    expect(moments(blank, view(0, []), view(1, ['a'], [], 'catching_up'), view(2, ['b', 'a']), view(3, ['c', 'b', 'a']))).toEqual([
      '',
      '',
      '',
      'c',
    ]);
  });

  it('comes once, though the alert leaves the wall and comes back', () => {
    expect(moments(blank, view(0, []), view(5, ['a']), view(6, []), view(7, ['a']))).toEqual(['', 'a', '', '']);
  });

  it('is not made of an older one that moves up at the end of a full list', () => {
    const twelve = [...'lkjihgfedcba'];
    const answered = [...twelve.filter((id) => id !== 'e'), 'older'];
    expect(moments(blank, view(0, twelve), view(1, answered), view(2, ['new', ...answered.slice(0, 11)]))).toEqual(['', '', 'new']);
    expect(moments(blank, view(0, [], ['w3', 'w2', 'w1']), view(1, [], ['w3', 'w1', 'w0']))).toEqual(['', '']);
  });

  it('is known over a reload by what was kept', () => {
    const kept = watchFrom(['alert a']);
    const [empty, full] = [view(0, []), view(1, ['a'])];
    expect(lookAt(kept, empty, full, AT).breaches).toEqual([]);
  });
});

describe('what was seen', () => {
  it('is bounded, and keeps what is still on the wall', () => {
    let watch = watchFrom([]);
    for (let second = 0; second < 200; second += 1) {
      watch = lookAt(watch, view(second, [`a${second - 1}`, 'stays']), view(second + 1, [`a${second}`, 'stays']), AT).watch;
    }
    expect(watch.seen).toHaveLength(SEEN_AT_MOST);
    expect(watch.seen).toContain('alert stays');
  });

  it('is the same value when nothing came, so that nothing is written', () => {
    const first = lookAt(watchFrom([]), view(0, []), view(1, ['a']), AT).watch;
    expect(lookAt(first, view(1, ['a']), view(2, ['a']), AT).watch.seen).toBe(first.seen);
  });
});
