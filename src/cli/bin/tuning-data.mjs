import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { checkNode } from '#cli/check-node.mjs'
import { ensureBuilt } from '#cli/ensure-built.mjs'

// npm run tuning-data: training data for one's own instruction synthesizer. Needs no browser and no model.

checkNode()
const commands = await ensureBuilt('dist-node')
// npm runs scripts in the project's folder; the paths that the caller wrote are relative to the caller's.
if (process.env['npm_lifecycle_event'] === 'tuning-data') process.chdir(process.env['INIT_CWD'] ?? '.')
const { tuningMain } = await import(pathToFileURL(path.join(commands, 'tuning.js')).href)
process.exitCode = await tuningMain(process.argv.slice(2))
