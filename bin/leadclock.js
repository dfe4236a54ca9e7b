#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/apps/leadclock/bundle/main.js', import.meta.url);
if (existsSync(fileURLToPath(main))) {
  await import(main.href);
} else {
  process.stderr.write('leadclock is not built yet: run npm run build (npm start does it by itself)\n');
  process.exitCode = 3;
}
