import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import { planExport } from '#core/export/export-plan'
import { fingerprint, type InputFile, listInputs } from './list-inputs'
import { type ModelChoice, readModelOptions } from './model-options'
import { parseOptions, type SynthesizeOptions, USAGE } from './parse-options'
import { openHeadlessPage } from './headless-page'
import { summaryOf } from './summary'
import type { HeadlessAnswer } from '#messages/headless'

const EXIT = { done: 0, partly: 1, usage: 2, engine: 3 } as const

const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

/**
 * The command line: reads files, writes pairs, checks and exports, in the real app inside a Chromium without a window.
 * `site` is the folder of the built app. Gives the exit status.
 */
export async function main(args: readonly string[], { site }: { readonly site: string }): Promise<number> {
  const parsed = parseOptions(args)
  if ('help' in parsed) {
    process.stdout.write(USAGE)
    return EXIT.done
  }
  if ('fault' in parsed) {
    say(`${parsed.fault}\n\n${USAGE}`)
    return EXIT.usage
  }
  const { options } = parsed
  const files = await listInputs(options.inputs)
  if ('missing' in files) {
    say(`There is no ${files.missing}`)
    return EXIT.usage
  }
  if (files.length === 0) {
    say('The folders named hold no files.')
    return EXIT.usage
  }
  const model = await readModelOptions(options.model)
  if (model !== null && 'fault' in model) {
    say(model.fault)
    return EXIT.usage
  }
  return synthesize(site, options, files, model)
}

async function synthesize(
  site: string,
  options: SynthesizeOptions,
  files: readonly InputFile[],
  chosen: ModelChoice | null,
): Promise<number> {
  const page = await openHeadlessPage(site, options.profile, say)
  if ('fault' in page) {
    say(page.fault)
    return EXIT.engine
  }
  try {
    const { chunk, run } = options.job
    const model = chosen?.model ?? null
    const modelFiles = chosen?.files ?? []
    const project = await fingerprint(files, model === null ? { chunk, run } : { chunk, run, model, modelFiles })
    const answer: HeadlessAnswer = await page.work(
      { ...options.job, project, names: files.map(file => file.name), model },
      files,
      modelFiles,
    )
    if (!answer.ok) {
      say(answer.sentence)
      return EXIT.engine
    }
    const folder = path.dirname(path.resolve(options.out))
    for (const { name, saved } of page.downloads()) await copyFile(saved, path.join(folder, name))
    say(summaryOf(answer.result, planExport(options.job.export)))
    const partly = answer.result.files.some(file => file.problem !== null || file.partly)
    return partly ? EXIT.partly : EXIT.done
  } finally {
    await page.close()
  }
}
