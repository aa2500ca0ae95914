import { join } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

/** How the web part is built: into one folder of hashed files under /desk/assets. */
export function webBuild(outDir: string): InlineConfig {
  return {
    configFile: false,
    root: import.meta.dirname,
    base: '/desk/',
    publicDir: join(import.meta.dirname, 'public'),
    logLevel: 'error',
    // The library brings its words in thirty languages; people here read two.
    plugins: [react(), optimizeLocales.vite({ locales: ['de-DE', 'en-US'] })],
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
