import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { checkNode } from '#cli/check-node.mjs'
import { ensureBuilt } from '#cli/ensure-built.mjs'

// npm run compare: corpora of equal size out of the same documents, to compare by training. Needs no browser and no model.

checkNode()
const commands = await ensureBuilt('dist-node')
// npm runs scripts in the project's folder; the paths that the caller wrote are relative to the caller's.
if (process.env['npm_lifecycle_event'] === 'compare') process.chdir(process.env['INIT_CWD'] ?? '.')
const { compareMain } = await import(pathToFileURL(path.join(commands, 'compare.js')).href)
process.exitCode = await compareMain(process.argv.slice(2))
