import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readApiKey } from '@leadclock/identity/api-key.js';
import { chromium } from 'playwright-core';
import { startBrowser } from '../testing/browser.js';

/**
 * Takes the README's picture of the wall from the running program: `node dist/tools/pictures/take-wall-picture.js docs/pictures/wall.png [lang]`.
 * The floor is invented, and lies where it is early afternoon now, so that "today" has some hours behind it.
 */
const [file = 'docs/pictures/wall.png', language = 'en'] = process.argv.slice(2);
const now = Date.now();
const MINUTE = 60_000;
const hoursToAfternoon = 14 - new Date(now).getUTCHours();
// the names of these zones count the other way round
const zone = hoursToAfternoon === 0 ? 'Etc/GMT' : `Etc/GMT${hoursToAfternoon > 0 ? '-' : '+'}${Math.abs(hoursToAfternoon)}`;

const event = (type: string, subject: string, time: number, data: object) => ({
  specversion: '1.0',
  id: `${type} ${subject} ${time}`,
  source: '/website',
  type,
  subject,
  time: new Date(time).toISOString(),
  data,
});

const reps = [
  { id: 'ana', name: 'Ana', seconds: 72, answered: 14 },
  { id: 'luis', name: 'Luis', seconds: 100, answered: 11 },
  { id: 'dmitri', name: 'Дмитрий', seconds: 125, answered: 12 },
  { id: 'sofia', name: 'Sofía', seconds: 151, answered: 9 },
  { id: 'mark', name: 'Mark', seconds: 190, answered: 7 },
];
const waiting = [
  { name: 'María Fernández', seconds: 462 },
  { name: 'Алексей Козлов', seconds: 365, owner: 'ana' },
  { name: 'Carlos Moreno', seconds: 318 },
  { name: 'Екатерина Волкова', seconds: 231, owner: 'luis' },
  { name: 'John Parker', seconds: 34 },
];

const configuration = [
  event('site.set', 'site', now - 90 * 86_400_000, { name: 'Sales floor · Madrid', zone, locale: 'en-GB', currency: 'EUR' }),
  event('team.set', 'north', now - 90 * 86_400_000, { name: 'North' }),
  ...reps.map(({ id, name }) => event('rep.set', id, now - 90 * 86_400_000, { name, team: 'north', active: true })),
];
const answered = reps.flatMap(({ id, seconds, answered: count }) =>
  Array.from({ length: count }, (_, i) => {
    const arrival = now - (20 + i * 8) * MINUTE;
    const lead = `${id}-${i}`;
    const wait = (seconds + (i - Math.floor(count / 2)) * 6) * 1000;
    return [
      event('lead.created', lead, arrival, { origin: 'web_form', owner: id, contact: { name: 'Carlos Martín' } }),
      event('touchpoint.recorded', lead, arrival + (i === 0 ? 6 * MINUTE : wait), {
        touchpoint: '1',
        channel: 'call',
        direction: 'outbound',
        rep: id,
        outcome: 'connected',
      }),
    ];
  }).flat(),
);
const queue = waiting.map(({ name, seconds, owner }, i) =>
  event('lead.created', `waiting-${i}`, now - seconds * 1000, { origin: 'web_form', contact: { name }, ...(owner ? { owner } : {}) }),
);

const folder = mkdtempSync(path.join(tmpdir(), 'leadclock-picture-'));
const program = spawn(process.execPath, ['bin/leadclock.js', 'start'], {
  env: { ...process.env, LEADCLOCK_DATA: folder, PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    program.once('exit', (code) => reject(new Error(`the program ended with ${code}`)));
    program.stdout.on('data', (data: Buffer) => {
      said += data.toString('utf8');
      const ready = /leadclock ready (\S+)/.exec(said);
      if (ready?.[1]) resolve(ready[1]);
    });
  });
  const headers = { authorization: `Bearer ${readApiKey(folder) ?? ''}`, 'content-type': 'application/cloudevents-batch+json' };
  for (const batch of [configuration, answered, queue]) {
    const response = await fetch(`${url}/v1/events`, { method: 'POST', headers, body: JSON.stringify(batch) });
    if (response.status !== 202) throw new Error(await response.text());
  }
  const server = await startBrowser();
  const browser = await chromium.connect(server.wsEndpoint());
  const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1920, height: 1080 } });
  await page.goto(`${url}/wall?lang=${language}`);
  await page.getByText('María F.').waitFor();
  await page.getByText('Дмитрий', { exact: true }).first().waitFor();
  await page.screenshot({ path: file });
  await browser.close();
  await server.close();
} finally {
  program.removeAllListeners('exit');
  const ended = new Promise((resolve) => program.once('exit', resolve));
  program.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
