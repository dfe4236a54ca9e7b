/**
 * What the live streams cost, and how little they say.
 *   ws                 CPU of a delivery (one frame to one client) with 5,000 clients: the live server / a bare `ws` that sends the same bytes at
 *                      the same pace; at most 1.2
 *   frames_per_change  frames that all pages hear / (changes × pages) in the whole program at 1,000 changes a second; at most 0.01
 * usage: npm run bench -- sockets [--gate] [--only ws|frames] [--clients 5000] [--rounds 9]
 *        [--seconds 20] [--cpu-prof FOLDER]
 */
import { parseArgs } from 'node:util';
import { machine } from './measure/machine.mjs';
import { measureDelivery } from './sockets/delivery-cost.mjs';
import { measureFrames } from './sockets/frames-per-change.mjs';

const targets = { ws: 1.2, frames_per_change: 0.01 };
/** A program that hardly says anything says little for each change: below this, walls were not live and the figure means nothing. */
const LEAST_PATCHES = 4;
const PATCHES = 20;
const { values } = parseArgs({
  options: {
    gate: { type: 'boolean', default: false },
    only: { type: 'string' },
    clients: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '9' },
    seconds: { type: 'string', default: '20' },
    'cpu-prof': { type: 'string' },
  },
});
const say = (text) => process.stderr.write(`${text}\n`);
const flags = values['cpu-prof'] ? ['--cpu-prof', `--cpu-prof-dir=${values['cpu-prof']}`] : [];

const ratios = {};
const figures = { machine: machine() };
if (values.only !== 'frames') {
  const { ratio, figures: made } = await measureDelivery({
    clients: Number(values.clients),
    rounds: Number(values.rounds),
    frames: PATCHES,
    flags,
  });
  ratios.ws = ratio;
  figures.delivery = made;
}
if (values.only !== 'ws') {
  const { ratio, figures: made } = await measureFrames({ seconds: Number(values.seconds), flags });
  ratios.frames_per_change = ratio;
  figures.frames = made;
}
process.stdout.write(`${JSON.stringify({ bench: 'sockets', ratios, figures })}\n`);
const over = Object.keys(ratios).filter((name) => ratios[name] > targets[name]);
for (const name of over) say(`${name} is ${ratios[name]}, above ${targets[name]}`);
const isStarved = figures.frames !== undefined && figures.frames.per_page.wall.patches_per_s < LEAST_PATCHES;
if (isStarved) say(`walls heard less than ${LEAST_PATCHES} patches a second: the machine was too busy to measure frames_per_change`);
if (values.gate && (over.length > 0 || isStarved)) process.exitCode = 1;
