import { transformAsync } from '@babel/core';
import type { Plugin } from 'vite';

/** Lingui's macros, by Babel, in the files that import them and nowhere else: JSX and types stay for Vite, which is faster at them. */
export const linguiMacro = (): Plugin => ({
  name: 'lingui-macro',
  enforce: 'pre',
  transform: {
    filter: { id: /\.tsx?$/, code: /@lingui\/(core|react)\/macro/ },
    async handler(code, id) {
      const out = await transformAsync(code, {
        filename: id,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: { plugins: ['typescript', ...(id.endsWith('x') ? ['jsx' as const] : [])] },
        plugins: ['@lingui/babel-plugin-lingui-macro'],
      });
      return out?.code ? { code: out.code, map: JSON.stringify(out.map) } : null;
    },
  },
});
