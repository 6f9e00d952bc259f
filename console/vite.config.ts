import { env } from 'node:process';
import { defineConfig } from 'vite';

/** The server that `npm run dev` shows the console of. */
const server = env.PARLEY_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  base: '/console/',
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    target: 'es2023',
    outDir: '../target/console',
    emptyOutDir: true,
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    // No picture becomes text of a style, which the policy of the page would not show.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: 'index.html', embed: 'embed.html', widget: 'src/widget/widget.ts' },
      // Other sites name the widget's script, so its name is always the same.
      output: { entryFileNames: chunk => (chunk.name === 'widget' ? 'widget.js' : 'assets/[name]-[hash].js') },
      // Libraries that are also meant for servers say which parts are for browsers; all of them are here.
      onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
    },
  },
  server: { proxy: { '/v1': { target: server, ws: true }, '/talk': server, '/page': server, '/docs': server } },
});
