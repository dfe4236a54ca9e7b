import { PushService } from '@leadclock/alerts/testing/push-service.js';
import { until } from '@leadclock/runtime/testing/until.js';
import type { BrowserContext, Page } from 'playwright-core';
import { type NoticeWorld, prepareNotices } from './noticed-page.js';
import { post, sample } from './sample-events.js';
import { type WatchedFloor, watchFloor } from './watched-floor.js';
import { zoneOfNoon } from './zone-of-noon.js';

const TARGET_SECONDS = 600;
const WIDE = { width: 1440, height: 900 };

/** A page that somebody opens in a browser of his own. */
interface Visit {
  readonly where: string;
  readonly world?: Partial<NoticeWorld>;
  readonly language?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A program whose alerts go out by push, to browsers of the story. */
export interface NoticedFloor {
  readonly floor: WatchedFloor;
  readonly service: PushService;
  /** the public key of the program, for subscriptions */
  readonly serverKey: string;
  /** Opens a page in a browser of its own, and waits for its control of notifications. */
  visit(visit: Visit): Promise<Page>;
  /** A lead that is late in two seconds. */
  late(lead: string, more?: Readonly<Record<string, unknown>>): Promise<void>;
  /** Waits for what a browser is pushed of a lead. */
  pushed(browser: string, lead: string): Promise<unknown>;
  /** by which kind of way who is told */
  ways(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** Starts it with the reps Ana and Luis of the team North; those `notify` names are told of leads that are late. */
export async function openNoticedFloor(browserAt: string, notify: readonly string[]): Promise<NoticedFloor> {
  const now = Date.now();
  const early = now - 150 * 60_000;
  const step = { id: 'late', clock: 'lead', of: 'answer', at_percent: 100, notify };
  const events = [
    sample('site', 'site.set', 'site', early, { name: 'Floor', zone: zoneOfNoon(now), locale: 'en-GB', currency: 'EUR' }),
    ...['north', 'south'].map((team) => sample(team, 'team.set', team, early, { name: `${team} team` })),
    ...['ana', 'luis'].map((rep) => sample(rep, 'rep.set', rep, early, { name: `${rep} R.`, team: 'north', active: true })),
    sample('web', 'policy.set', 'web', early, { order: 1, match: {}, targets: { answer_s: TARGET_SECONDS }, steps: [step] }),
  ];
  const service = await PushService.open();
  const floor = await watchFloor(browserAt, events, { LEADCLOCK_WEBHOOK_ALLOW: '127.0.0.0/8' });
  const headers = { authorization: `Bearer ${floor.key}` };
  const { key: serverKey } = await (await fetch(`${floor.url}/v1/push`, { headers })).json();
  const contexts: BrowserContext[] = [];
  return {
    floor,
    service,
    serverKey,
    async visit({ where, world = {}, language = 'en', viewport = WIDE }) {
      const context = await floor.page.context().browser()?.newContext({ locale: 'en-US', viewport });
      if (context === undefined) throw new Error('the browser is gone');
      contexts.push(context);
      await context.grantPermissions(['notifications'], { origin: floor.url });
      await prepareNotices(context, { permission: 'default', subscription: null, serverKey, isSecure: true, ...world });
      const page = await context.newPage();
      await page.goto(`${floor.url}${where}${where.includes('?') ? '&' : '?'}lang=${language}`);
      await page.locator('[data-key="notices"]').waitFor();
      return page;
    },
    async late(lead, more = {}) {
      const contact = { name: `${lead} Lovelace`, phone: '+34 600 000 001' };
      const since = Date.now() - (TARGET_SECONDS - 2) * 1_000;
      const { status } = await post(floor.url, floor.key, [
        sample(`${lead}-c`, 'lead.created', lead, since, { origin: 'web_form', contact, ...more }),
      ]);
      if (status !== 202) throw new Error(`the lead was answered with ${status}`);
    },
    async pushed(browser, lead) {
      const found = () => service.at(browser).find(({ payload }) => Object(payload).lead === lead)?.payload;
      await until(`a push of ${lead}`, () => found() !== undefined);
      return found();
    },
    async ways() {
      const { ways } = await (await fetch(`${floor.url}/v1/ways`, { headers })).json();
      return ways.map(({ kind, for: who }: Record<string, string>) => `${kind} ${who}`);
    },
    async stop() {
      await Promise.all(contexts.map((context) => context.close()));
      await floor.stop();
      await service.close();
    },
  };
}
