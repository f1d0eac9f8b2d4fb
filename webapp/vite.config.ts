import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { emoji } from './scripts/emoji.js';

const server = process.env.SALON_SERVER ?? 'https://localhost:8443';

export default defineConfig({
  plugins: [svelte(), emoji()],
  build: {
    outDir: 'target/dist',
    emptyOutDir: true,
    target: 'es2022',
    // One style sheet and no hints: a hint is a script that the policy would have to know.
    cssCodeSplit: false,
    modulePreload: { polyfill: false, resolveDependencies: () => [] },
    // A data: URL would need a hole in the content security policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: 'index.html', servers: 'servers.html', sw: 'src/worker.ts' },
      // A worker rules what is beside it and below: it has to be at the top, under one name.
      output: {
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: {
    proxy: {
      '/ws': { target: server, ws: true, secure: false },
      '/api': { target: server, secure: false },
    },
  },
  resolve: { conditions: ['browser', 'module', 'import', 'default'] },
  test: { include: ['tests/**/*.test.ts'], environment: 'node' },
});
