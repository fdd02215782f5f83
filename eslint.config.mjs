import js from '@eslint/js';
import boundariesPlugin from 'eslint-plugin-boundaries';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { boundaries } from './import-boundaries.mjs';

const SLEEPS = [
  {
    selector: 'CallExpression[callee.name=/^(setTimeout|setInterval|sleep|delay)$/]',
    message: 'No sleeps here: wait for what is expected to show, with a step budget.',
  },
  {
    selector: "CallExpression[callee.property.name='pause']",
    message: 'No sleeps here: wait for what is expected to show, with a step budget.',
  },
];
const SELECTORS = [
  {
    selector: 'CallExpression[callee.name=/^\\$\\$?$/]',
    message: 'No selectors in specs: give the page object a method that says what is meant.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(\\$\\$?|findElements?|react\\$\\$?)$/]',
    message: 'No selectors in specs: give the page object a method that says what is meant.',
  },
];

const HOOKS = [
  {
    selector:
      'Program > ExpressionStatement > CallExpression[callee.name=/^(before|after)(Each)?$/]',
    message:
      'Files that share a process share this module: it is loaded once, and so the hook is there for the first file alone. Let a function make it.',
  },
];

export default defineConfig(
  globalIgnores(['reports/', '**/node_modules/']),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
    // Its types describe the CommonJS module's namespace instead of the plugin.
    plugins: {
      boundaries: /** @type {import('eslint').ESLint.Plugin} */ (
        /** @type {unknown} */ (boundariesPlugin)
      ),
    },
    settings: boundaries.settings,
    rules: {
      ...boundaries.rules,
      eqeqeq: 'error',
      // The compiler knows what is defined.
      'no-undef': 'off',
      // Numbers and booleans read well in a text, and a callback may return what it calls returns.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/restrict-plus-operands': ['error', { allowNumberAndString: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Texts are taken apart by code point on purpose.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // An implementation of an interface may have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // Options hold callbacks, which are taken out of them.
      '@typescript-eslint/unbound-method': 'off',
      // Getters of an object made in a method have no other way to the object around it.
      '@typescript-eslint/no-this-alias': 'off',
      // Terminals are told what to do with control characters.
      'no-control-regex': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // A fifth of the time lint takes, and nothing found.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // node:test keeps the promises of its tests itself.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
          ],
        },
      ],
    },
  },
  {
    files: ['specs/**', 'flows/**', 'pageobjects/**'],
    rules: { 'no-restricted-syntax': ['error', ...SLEEPS] },
  },
  { files: ['specs/**'], rules: { 'no-restricted-syntax': ['error', ...SLEEPS, ...SELECTORS] } },
  {
    files: ['test/**'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...HOOKS] },
  },
);
