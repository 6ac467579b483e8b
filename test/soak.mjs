import path from 'node:path'
import process from 'node:process'
import { checkNode } from '#cli/check-node.mjs'
import { PROJECT } from '#cli/ensure-built.mjs'
import { runNode } from './support/run-command.mjs'

// npm run soak: the properties that are tried most often, ten times as often as in `npm test`: a million answers for each
// reader of tags, by other seeds each time. A failure names its seed and the smallest answer that shows it.

const TIMES = 10
const LIMIT_MS = 60 * 60_000
const PROPERTIES = [
  'test/unit/synthesis/tag-parser.test.ts',
  'test/unit/tagged/reading.test.ts',
  'test/unit/text/neutral.test.ts',
  'test/unit/verification/tokens.test.ts',
]

checkNode()
process.chdir(PROJECT)
process.env['PAIRLOOM_SOAK'] = String(TIMES)
const { ok } = await runNode(
  [path.join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'unit', '--reporter=verbose', ...PROPERTIES],
  { limitMs: LIMIT_MS, stream: true },
)
process.exitCode = ok ? 0 : 1
