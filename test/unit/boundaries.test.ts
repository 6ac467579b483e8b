import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cruise } from 'dependency-cruiser'
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** A small project that breaks each rule once; the file names say which. */
const PLANTED: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: { '#core/*': './src/core/*.ts', '#storage/*': './src/storage/*.ts', '#messages/*': './src/messages/*.ts' },
    dependencies: { dexie: '1.0.0', react: '1.0.0' },
    devDependencies: { 'for-tests': '1.0.0' },
  }),
  'node_modules/dexie/package.json': '{"name":"dexie","main":"index.js"}',
  'node_modules/dexie/index.js': 'export const Dexie = 1',
  'node_modules/react/package.json': '{"name":"react","main":"index.js"}',
  'node_modules/react/index.js': 'export const createElement = 1',
  'node_modules/for-tests/package.json': '{"name":"for-tests","main":"index.js"}',
  'node_modules/for-tests/index.js': 'export const thing = 1',

  'src/core/good.ts': 'export const good = 1',
  'src/core/reaches-storage.ts': "import type { Store } from '#storage/good'\nexport type Mine = Store",
  'src/core/reaches-node.ts': "import { readFile } from 'node:fs'\nexport const read = readFile",
  'src/core/reaches-package.ts': "import { Dexie } from 'dexie'\nexport const database = Dexie",
  'src/core/cycle-one.ts': "import { two } from './cycle-two'\nexport const one = two",
  'src/core/cycle-two.ts': "import { one } from './cycle-one'\nexport const two = one",
  'src/core/orphan.ts': 'export const alone = 1',
  'src/core/leads-nowhere.ts': "import { gone } from '#core/gone'\nexport const lost = gone",
  'src/storage/good.ts':
    "import { good } from '#core/good'\nimport { Dexie } from 'dexie'\nexport type Store = typeof good | typeof Dexie",
  'src/storage/reaches-files.ts': "import { reader } from '../files/good'\nexport const stored = reader",
  'src/files/good.ts': "import { good } from '#core/good'\nexport const reader = good",
  'src/messages/reaches-values.ts': "import { good } from '#core/good'\nexport const value = good",
  'src/messages/good.ts': "import type { good } from '#core/good'\nexport type Value = typeof good",
  'src/features/context.tsx': "import { good } from '#core/good'\nexport const shared = good",
  'src/features/reaches-screen.tsx': "import { review } from './review/good'\nexport const below = review",
  'src/features/review/good.tsx':
    "import { shared } from '../context'\nimport { createElement } from 'react'\nexport const review = [shared, createElement]",
  'src/features/review/reaches-sources.tsx': "import { sources } from '../sources/good'\nexport const peek = sources",
  'src/features/review/reaches-database.tsx': "import { Dexie } from 'dexie'\nexport const rows = Dexie",
  'src/features/sources/good.tsx': "import { shared } from '../context'\nexport const sources = shared",
  'src/ui/reaches-core.tsx': "import { good } from '#core/good'\nexport const button = good",
  'src/engines/webllm/good.ts': "import { good } from '#core/good'\nexport const engine = good",
  'src/engines/fake/reaches-webllm.ts': "import { engine } from '../webllm/good'\nexport const fake = engine",
  'src/runner/good.ts':
    "import { good } from '#core/good'\nimport type { Value } from '#messages/good'\nexport const run: Value = good",
  'src/runner/reaches-engine.ts': "import { engine } from '../engines/webllm/good'\nexport const direct = engine",
  'src/cli/reaches-files.ts': "import { reader } from '../files/good'\nexport const command = reader",
  'src/app/uses-test-package.ts': "import { thing } from 'for-tests'\nexport const shipped = thing",
  'src/app/good.ts':
    "import { good } from '#core/good'\nimport { reader } from '../files/good'\nimport { run } from '../runner/good'\nexport const app = [good, reader, run]",
}

const EXPECTED = [
  'app/uses-test-package.ts kept-packages',
  'cli/reaches-files.ts cli-imports',
  'core/cycle-one.ts no-cycles',
  'core/leads-nowhere.ts resolvable',
  'core/orphan.ts no-orphans',
  'core/reaches-node.ts core-platform',
  'core/reaches-package.ts core-packages',
  'core/reaches-package.ts database-in-storage',
  'core/reaches-storage.ts core-imports',
  'engines/fake/reaches-webllm.ts engines-apart',
  'features/reaches-screen.tsx features-shared-below',
  'features/review/reaches-database.tsx database-in-storage',
  'features/review/reaches-database.tsx features-packages',
  'features/review/reaches-sources.tsx features-apart',
  'messages/reaches-values.ts messages-types-only',
  'runner/reaches-engine.ts runner-imports',
  'storage/reaches-files.ts storage-imports',
  'ui/reaches-core.tsx ui-imports',
]

describe('the import table', () => {
  let folder = ''

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'boundaries-'))
    for (const [name, text] of Object.entries(PLANTED)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
      await writeFile(path.join(folder, name), text)
    }
  })

  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('finds every planted violation and nothing else', async () => {
    const { options, ...rules } = await extractConfig('./.dependency-cruiser.mjs')
    const { output } = await cruise(['src'], { ...options, ruleSet: rules, validate: true, baseDir: folder })
    if (typeof output === 'string') throw new Error(`unexpected report: ${output}`)
    const found = output.summary.violations.map(({ from, rule }) => `${from.replace('src/', '')} ${rule.name}`)
    expect([...new Set(found)].sort()).toEqual(EXPECTED)
  })
})
