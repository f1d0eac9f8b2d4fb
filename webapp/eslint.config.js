import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['target/', 'node_modules/'] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig },
    },
  },
  {
    rules: {
      // What people write stays text: there is no way from a string to markup.
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      // Most of them are nobody's to watch; what is shown is a SvelteMap.
      'svelte/prefer-svelte-reactivity': 'off',
      // svelte-check says which ones are needed.
      'svelte/no-unused-svelte-ignore': 'off',
      'svelte/no-useless-mustaches': 'off',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Text stays text: build a tree and show it.' },
        { property: 'outerHTML', message: 'Text stays text: build a tree and show it.' },
        { property: 'insertAdjacentHTML', message: 'Text stays text: build a tree and show it.' },
      ],
      'no-restricted-globals': ['error', 'eval'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
);
