import { join } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import type { InlineConfig, Plugin } from 'vite';

/** How the web part is built: into one folder of hashed files under /desk/assets. */
export function webBuild(outDir: string): InlineConfig {
  return {
    configFile: false,
    root: import.meta.dirname,
    base: '/desk/',
    publicDir: join(import.meta.dirname, 'public'),
    logLevel: 'error',
    // The library brings its words in thirty languages; people here read two.
    plugins: [react(), optimizeLocales.vite({ locales: ['de-DE', 'en-US'] }), stylesFirst],
    build: {
      outDir,
      emptyOutDir: true,
      assetsDir: 'assets',
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      sourcemap: false,
    },
  };
}

/**
 * Names the small style sheets before the large scripts: a browser asks for six files at a time, and shows nothing of a
 * page, not even that it is coming, before it has the styles.
 */
const stylesFirst: Plugin = {
  name: 'styles-first',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => {
      const styles = html.match(/^ *<link rel="stylesheet" crossorigin .*\n/gm) ?? [];
      const without = styles.reduce((rest, style) => rest.replace(style, ''), html);
      return without.replace(/^ *<script type="module"/m, (script) => styles.join('') + script);
    },
  },
};
