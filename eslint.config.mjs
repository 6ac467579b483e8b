import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import tseslint from 'typescript-eslint'

/**
 * A ban: a pattern of code that this project does without, and what to write in its place.
 *
 * @param {string} message
 * @param {...string} selectors
 * @returns {import('eslint').Rule.RuleModule}
 */
const ban = (message, ...selectors) => ({
  meta: { type: 'problem', schema: [] },
  create: context =>
    Object.fromEntries(selectors.map(selector => [selector, node => context.report({ node, message })])),
})

/** @type {import('eslint').Rule.RuleModule} */
const explainedDisable = {
  meta: { type: 'problem', schema: [] },
  create: context => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        if (!/^\s*eslint-disable/.test(comment.value) || / -- \S/.test(comment.value)) continue
        // Stands before the first character, where a comment that silences the whole file cannot silence it.
        const loc = { line: 1, column: -1 }
        const message = 'Line {{line}}: say why after " -- ", or fix the line instead of silencing it.'
        context.report({ loc, message, data: { line: String(comment.loc?.start.line) } })
      }
    },
  }),
}

/** Tables that hold a row for each pair, item or piece of text. */
const LARGE_TABLES = ['pairs', 'pairIndex', 'items', 'texts']

/** @type {import('eslint').Rule.RuleModule} */
const noWholeTable = {
  meta: { type: 'problem', schema: [] },
  create: context => ({
    'CallExpression[callee.property.name="toArray"]'(node) {
      const steps = []
      let part = node.callee
      while (part.type === 'MemberExpression' || part.type === 'CallExpression') {
        if (part.type === 'MemberExpression') steps.push(part.property.name)
        part = part.type === 'MemberExpression' ? part.object : part.callee
      }
      if (!steps.some(step => LARGE_TABLES.includes(step)) || steps.includes('limit')) return
      context.report({
        node,
        message:
          'Read pages by key (`limit` and the last key seen), or count with an index: this table may hold a million rows.',
      })
    },
  }),
}

const bans = {
  'explained-disable': explainedDisable,
  'no-as': ban(
    'Narrow with a type guard, check with `satisfies`, or give the value its type where it is made; only `as const` is allowed.',
    'TSAsExpression:not([typeAnnotation.type="TSTypeReference"][typeAnnotation.typeName.name="const"])',
    'TSTypeAssertion',
  ),
  'no-enum': ban('Use a union of string literals (or an `as const` object).', 'TSEnumDeclaration'),
  'no-default-export': ban(
    'Use a named export, so that one thing has one name everywhere.',
    'ExportDefaultDeclaration',
    'ExportSpecifier[exported.name="default"]',
  ),
  'no-export-all': ban('Import from the file itself, or name each export.', 'ExportAllDeclaration'),
  'no-far-parent': ban(
    'Use the subpath import of that room: #core/…, #storage/…, #files/…, #messages/…, #runner/…, #ui, #test/….',
    'ImportDeclaration[source.value=/^\\.\\.\\u002F\\.\\./]',
    'ExportNamedDeclaration[source.value=/^\\.\\.\\u002F\\.\\./]',
    'ImportExpression[source.value=/^\\.\\.\\u002F\\.\\./]',
  ),
  'no-clock': ban(
    'Take the time from the clock port (#core/ports/clock), handed in by the caller.',
    'MemberExpression[object.name="Date"][property.name="now"]',
    'NewExpression[callee.name="Date"]',
    'CallExpression[callee.name="Date"]',
    'MemberExpression[object.name="performance"]',
  ),
  'no-randomness': ban(
    'Take numbers from a named stream (#core/synthesis/random-stream); make ids from hashes.',
    'MemberExpression[object.name="Math"][property.name="random"]',
    'MemberExpression[object.name="crypto"][property.name=/^(randomUUID|getRandomValues)$/]',
  ),
  'no-bare-error': ban(
    'Throw a ProblemError (#core/problem) or return the failure as data.',
    'ThrowStatement > NewExpression[callee.name=/^(Error|TypeError|RangeError)$/]',
    'ThrowStatement > CallExpression[callee.name=/^(Error|TypeError|RangeError)$/]',
  ),
  'no-page-storage': ban(
    'Read and write through the project store (#core/ports/project-store); preferences of the screen live in src/app/preferences.ts.',
    ...['localStorage', 'sessionStorage', 'indexedDB'].flatMap(name => [
      `MemberExpression[object.name="${name}"]`,
      `MemberExpression[property.name="${name}"]`,
      `CallExpression > Identifier.arguments[name="${name}"]`,
    ]),
    'ImportDeclaration[source.value=/^dexie/]',
    'ImportExpression[source.value=/^dexie/]',
  ),
  'no-navigator': ban(
    'Ask `app` for it: it hands features what they may use; engines, storage, files and runner ask for themselves.',
    'MemberExpression[object.name="navigator"]',
    'MemberExpression[property.name="navigator"]',
  ),
  'no-dialog': ban(
    'Use Dialog or the undo line of #ui; they do not stop the page.',
    'CallExpression[callee.name=/^(alert|confirm|prompt)$/]',
    'CallExpression[callee.object.name=/^(window|globalThis|self)$/][callee.property.name=/^(alert|confirm|prompt)$/]',
  ),
  'no-console': ban(
    'Give the failure to the caller as a Problem (#core/problem); the screen and the diagnostics show it.',
    'MemberExpression[object.name="console"]',
  ),
  'no-whole-table': noWholeTable,
}

const TYPESCRIPT = ['**/*.ts', '**/*.tsx']
const CONFIGS = ['*.config.{ts,mjs}', '.dependency-cruiser.mjs']
const COMMAND_LINE = ['src/cli/**', 'test/*.mjs', 'test/bench/**', 'test/screens/**', 'test/support/**']
const allBansOf = names => Object.fromEntries(names.map(name => [`house/${name}`, 'error']))

export default tseslint.config(
  {
    ignores: ['dist/', 'dist-node/', 'node_modules/', 'coverage/', 'public/', 'test/out/', 'test/fixtures/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        // The first program that holds a file checks it, so the one with the fewest globals stands first.
        project: ['./tsconfig.core.json', './tsconfig.worker.json', './tsconfig.app.json', './tsconfig.node.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/promise-function-async': 'off',
    },
  },
  // Texts from outside hold control characters; finding them is this project's work.
  { rules: { 'no-control-regex': 'off' } },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      // A fake answers at once what the real thing answers later.
      '@typescript-eslint/require-await': 'off',
      // A test says what the JSON that it reads holds, and fails when it does not.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: globals.node } },
  { files: ['src/{app,features,ui}/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },

  { plugins: { house: { rules: bans } } },
  {
    rules: allBansOf([
      'explained-disable',
      'no-enum',
      'no-default-export',
      'no-export-all',
      'no-far-parent',
      'no-dialog',
    ]),
  },
  { files: CONFIGS, rules: { 'house/no-default-export': 'off' } },
  { files: TYPESCRIPT, rules: allBansOf(['no-as']) },
  { files: ['src/**'], ignores: COMMAND_LINE, rules: allBansOf(['no-console']) },
  { files: ['src/core/**'], rules: allBansOf(['no-clock', 'no-randomness', 'no-bare-error']) },
  {
    files: ['src/**'],
    ignores: ['src/storage/**', 'src/app/preferences.ts'],
    rules: allBansOf(['no-page-storage']),
  },
  { files: ['src/{core,messages,ui,features,cli}/**'], rules: allBansOf(['no-navigator']) },
  { files: ['src/storage/**'], rules: allBansOf(['no-whole-table']) },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    ignores: ['**/data/**', '**/*-data.ts', '**/messages/*', '**/*messages*.{en,zh}.{ts,tsx}'],
    rules: { 'max-lines': ['error', { max: 400 }] },
  },
)
