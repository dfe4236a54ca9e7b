import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
import { type LiveApp, StoryClock, startLiveApp } from './live-app.js';
import { Planted } from './planted.js';
import { WallScreen } from './wall-screen.js';

export const rep = (name: string) => ({ name, team: 'north', active: true });

export interface OpenWall {
  readonly planted: Planted;
  readonly clock: StoryClock;
  readonly live: LiveApp;
  readonly screen: WallScreen;
  close(): Promise<void>;
}

/** A floor in Madrid at 09:06, where Ada waits too long, Bob waits and three were answered; and a screen that shows it. */
export async function openWall(): Promise<OpenWall> {
  const planted = await Planted.open();
  const clock = new StoryClock(at('09:06'));
  await planted.plant(
    subject('site').tell('site.set', '08:00', { name: 'Sala de ventas', zone: 'Europe/Madrid', locale: 'es-ES', currency: 'EUR' }),
    subject('ana').tell('rep.set', '08:00', rep('Ana')),
    lead('ada').arrived('09:00', { owner: 'ana' }),
    lead('bob').arrived('09:04'),
    ...[1, 2, 3].map((n) => lead(`done-${n}`).arrived('08:00').called(`08:0${n}`, 'ana', 'connected')),
  );
  await planted.dataSource.query(`insert into contact (lead, name, time, source, id) values ('ada', 'Ada Lovelace', now(), '/s', '1')`);
  const live = await startLiveApp(planted.dataSource, clock);
  const screen = await WallScreen.connect(live.url);
  await screen.sees('the figures', (state) => state.setup.anyLead);
  return {
    planted,
    clock,
    live,
    screen,
    close: async () => {
      screen.close();
      await live.close();
      await planted.close();
    },
  };
}
