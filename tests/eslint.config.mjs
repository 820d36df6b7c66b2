import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** Modules of a folder may import nothing that matches. */
const mayNotImport = (files, patterns) => ({ files: [files], rules: { 'no-restricted-imports': ['error', { patterns }] } });

export default defineConfig(
  { ignores: ['dist/', '.astro/', 'node_modules/', 'tests/fixtures/', 'test-results/'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/..` } },
    rules: {
      // Indexing that was checked a line before, or that the data's shape guarantees.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
    },
  },
  ...astro.configs.recommended,
  // What may import what: corpus ← markdown ← components ← pages.
  mayNotImport('src/corpus/**', ['astro', 'astro:*', '**/markdown/*', '**/components/**', '**/pages/**', '**/urls.ts']),
  mayNotImport('src/markdown/**', ['astro', 'astro:*', '**/components/**', '**/pages/**']),
  mayNotImport('src/components/**', ['**/pages/**']),
);
