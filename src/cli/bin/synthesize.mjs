import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { checkNode } from '#cli/check-node.mjs'
import { ensureBuilt } from '#cli/ensure-built.mjs'

// npm run synthesize: the whole app without a window. Builds what is stale, then hands over to src/cli/main.ts.

checkNode()
const site = await ensureBuilt('dist')
const commands = await ensureBuilt('dist-node')
// npm runs scripts in the project's folder; the paths that the caller wrote are relative to the caller's.
if (process.env['npm_lifecycle_event'] === 'synthesize') process.chdir(process.env['INIT_CWD'] ?? '.')
const { main } = await import(pathToFileURL(path.join(commands, 'main.js')).href)
process.exitCode = await main(process.argv.slice(2), { site })
