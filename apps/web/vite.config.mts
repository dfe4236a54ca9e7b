import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
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

// The wall is one JavaScript file for engines of Chromium 87 on: a chunk that is loaded later can be gone after an upgrade.
export default defineConfig({
  root: at('.'),
  plugins: [linguiMacro(), react(), lingui({ failOnMissing: true, failOnCompileError: true }), fontLicence()],
  build: {
    outDir: at('../../dist/web'),
    emptyOutDir: true,
    sourcemap: true,
    target: 'chrome87',
    cssTarget: 'chrome87',
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: at('./wall.html'),
      output: {
        codeSplitting: false,
        entryFileNames: 'assets/wall-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
  server: { proxy: { '/socket.io': { target: 'http://127.0.0.1:8080', ws: true }, '/healthz': 'http://127.0.0.1:8080' } },
});
