import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { type BuildEnvironmentOptions, defineConfig, type Plugin } from 'vite';
import { linguiMacro } from './lingui-macro.mts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The font's licence wants to go where the font goes. */
const fontLicence = (): Plugin => ({
  name: 'font-licence',
  generateBundle() {
    const source = readFileSync(at('../../node_modules/@fontsource/noto-sans/LICENSE'));
    this.emitFile({ type: 'asset', fileName: 'assets/noto-sans-licence.txt', source });
  },
});

const assetFileNames = 'assets/[name]-[hash][extname]';

// a slow machine would be told each time which plugin took longest
const checks = { pluginTimings: false };

// The wall is one JavaScript file for engines of Chromium 87 on: a chunk that is loaded later can be gone after an upgrade.
const wall: BuildEnvironmentOptions = {
  target: 'chrome87',
  cssTarget: 'chrome87',
  rolldownOptions: {
    checks,
    input: at('./wall.html'),
    output: { codeSplitting: false, entryFileNames: 'assets/wall-[hash].js', assetFileNames },
  },
};

// The consoles run in browsers of today.
const console = (page: 'me' | 'team' | 'kpis' | 'alerts'): BuildEnvironmentOptions => ({
  emptyOutDir: false,
  target: 'es2022',
  rolldownOptions: {
    checks,
    input: at(`./${page}.html`),
    output: { entryFileNames: `assets/${page}-[hash].js`, chunkFileNames: `assets/later-${page}-[name]-[hash].js`, assetFileNames },
  },
});

// It lies at the root, under a name that never changes: browsers look there for a newer one.
const worker: BuildEnvironmentOptions = {
  emptyOutDir: false,
  target: 'es2022',
  rolldownOptions: {
    checks,
    input: at('./worker/worker.ts'),
    output: { format: 'iife', entryFileNames: 'worker.js' },
  },
};

export default defineConfig({
  root: at('.'),
  plugins: [linguiMacro(), react(), lingui({ failOnMissing: true, failOnCompileError: true }), fontLicence()],
  build: {
    outDir: at('../../dist/web'),
    emptyOutDir: true,
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    // what may be how large is checked by size-limit, compressed as it is sent
    chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
  },
  // six builds, one after the other: what one page needs never decides what another gets
  environments: {
    client: { build: wall },
    me: { consumer: 'client', build: console('me') },
    team: { consumer: 'client', build: console('team') },
    kpis: { consumer: 'client', build: console('kpis') },
    alerts: { consumer: 'client', build: console('alerts') },
    worker: { consumer: 'client', build: worker },
  },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) {
        if (environment.name !== 'ssr') await builder.build(environment);
      }
    },
  },
  server: {
    proxy: {
      '/socket.io': { target: 'http://127.0.0.1:8080', ws: true },
      '/healthz': 'http://127.0.0.1:8080',
      '/v1': 'http://127.0.0.1:8080',
    },
  },
});
