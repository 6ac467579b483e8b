import { ESLint, Linter } from 'eslint'
import { parser } from 'typescript-eslint'
import { describe, expect, it } from 'vitest'

/** Code that each ban must find, and code beside it that it must leave alone. */
const CASES: Readonly<Record<string, { readonly banned: readonly string[]; readonly fine: readonly string[] }>> = {
  'explained-disable': {
    banned: ['/* eslint-disable */', '// eslint-disable-next-line house/no-as'],
    fine: ['// eslint-disable-next-line house/no-as -- the format has no type of its own', '// a comment'],
  },
  'no-as': {
    banned: ['const a = b as string', 'const a = <string>b', 'const a = b as unknown as number'],
    fine: ['const a = [1] as const', 'const a = b satisfies string', "import { a as b } from './a'"],
  },
  'no-enum': { banned: ['enum A { B }', 'const enum A { B }'], fine: ["type A = 'b'"] },
  'no-default-export': {
    banned: ['export default 1', 'const a = 1; export { a as default }'],
    fine: ['export const a = 1'],
  },
  'no-export-all': { banned: ["export * from './a'", "export * as a from './a'"], fine: ["export { a } from './a'"] },
  'no-far-parent': {
    banned: ["import { a } from '../../a'", "export { a } from '../../../a'", "import('../../a')"],
    fine: ["import { a } from '../a'", "import { a } from '#core/a'"],
  },
  'no-clock': {
    banned: ['Date.now()', 'new Date()', 'Date()', 'performance.now()'],
    fine: ['clock.now()', 'const a = { Date: 1 }'],
  },
  'no-randomness': { banned: ['Math.random()', 'crypto.randomUUID()'], fine: ['stream.next()', 'Math.floor(1)'] },
  'no-bare-error': {
    banned: ["throw new Error('x')", "throw TypeError('x')"],
    fine: ["throw new ProblemError({ kind: 'no-text' })"],
  },
  'no-page-storage': {
    banned: [
      "localStorage.getItem('a')",
      'window.localStorage',
      "indexedDB.open('a')",
      'use(indexedDB)',
      "import { Dexie } from 'dexie'",
    ],
    fine: ['store.pairs()', 'navigator.storage'],
  },
  'no-navigator': { banned: ['navigator.gpu', 'window.navigator'], fine: ['device.gpu'] },
  'no-dialog': {
    banned: ["alert('a')", "window.confirm('a')", "prompt('a')"],
    fine: ['dialog.confirm()', 'recipe.prompt(a)'],
  },
  'no-console': { banned: ["console.log('a')"], fine: ['report.console'] },
  'no-whole-table': {
    banned: ['db.pairs.toArray()', 'db.pairs.where(a).above(b).toArray()', 'tables.items.reverse().toArray()'],
    fine: ['db.pairs.where(a).above(b).limit(50).toArray()', 'db.sources.toArray()', 'walk().toArray()'],
  },
}

/** Which bans hold where. */
const PLACES: Readonly<Record<string, { readonly on: readonly string[]; readonly off: readonly string[] }>> = {
  'src/core/text/sentences.ts': {
    on: ['no-clock', 'no-randomness', 'no-bare-error', 'no-page-storage', 'no-navigator', 'no-console', 'no-as'],
    off: ['no-whole-table'],
  },
  'src/storage/pairs.ts': {
    on: ['no-whole-table', 'no-console'],
    off: ['no-page-storage', 'no-navigator', 'no-clock'],
  },
  'src/features/review/review.tsx': { on: ['no-page-storage', 'no-navigator', 'no-dialog'], off: ['no-clock'] },
  'src/app/preferences.ts': { on: ['no-console'], off: ['no-page-storage', 'no-navigator'] },
  'src/app/compose.ts': { on: ['no-page-storage'], off: ['no-navigator'] },
  'src/cli/main.ts': { on: ['no-as'], off: ['no-console'] },
  'vite.config.ts': { on: ['no-enum'], off: ['no-default-export'] },
}

const eslint = new ESLint()

async function configOf(file: string): Promise<Linter.Config> {
  const config: unknown = await eslint.calculateConfigForFile(file)
  if (!isConfig(config)) throw new Error(`no config for ${file}`)
  return config
}

function isConfig(value: unknown): value is Linter.Config {
  return typeof value === 'object' && value !== null && 'rules' in value && 'plugins' in value
}

async function bans() {
  const house = (await configOf('src/core/text/sentences.ts')).plugins?.['house']
  if (house?.rules === undefined) throw new Error('the house rules are not in the config')
  return house.rules
}

describe('the bans of the linter', async () => {
  const rules = await bans()

  it('has a case here for each ban', () => {
    expect(Object.keys(CASES).sort()).toEqual(Object.keys(rules).sort())
  })

  for (const [name, { banned, fine }] of Object.entries(CASES)) {
    const complaints = (code: string) =>
      new Linter().verify(code, [
        {
          languageOptions: { parser },
          linterOptions: { reportUnusedDisableDirectives: 'off' },
          plugins: { house: { rules } },
          rules: { [`house/${name}`]: 'error' },
        },
      ])

    it.each(banned)(`${name} finds %s`, code => {
      const [first] = complaints(code).filter(message => message.ruleId === `house/${name}`)
      expect(first?.message).toMatch(/\w+ \w+/)
    })

    it.each(fine)(`${name} leaves %s`, code => {
      expect(complaints(code)).toEqual([])
    })
  }

  for (const [file, { on, off }] of Object.entries(PLACES)) {
    it(`holds in ${file} what belongs there`, async () => {
      const settings = (await configOf(file)).rules ?? {}
      const isOn = (name: string) => [settings[`house/${name}`] ?? 0].flat()[0] === 2
      expect(on.filter(name => !isOn(name))).toEqual([])
      expect(off.filter(isOn)).toEqual([])
    })
  }
})
