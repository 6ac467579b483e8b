import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { chooseMlcFiles, MLC_CONFIG } from '#core/models/mlc-folder'
import { REPLAY } from '#core/run/engines'
import { RECIPES } from '#core/synthesis/recipes'
import type { Recipe } from '#core/synthesis/recipe'
import { parseRecipe } from '#core/synthesis/repair-recipe'
import { type Problem, problemOf } from '#core/problem'
import type { HeadlessModel } from '#messages/headless'
import { readAnswersOption } from './answers-options'
import { listInputs } from './list-inputs'
import { teachFromRecords } from './teach-from-records'

/** What the command line says of a model, as written. */
export interface ModelWords {
  readonly engine: string | undefined
  readonly model: string | undefined
  readonly library: string | undefined
  readonly recipe: string | undefined
  readonly context: string | undefined
  /** A file of kept records to teach the recipe by. */
  readonly teach: string | undefined
  /** A file of answers that were made elsewhere. */
  readonly answers: string | undefined
  readonly synthesizer: 'rules' | 'chat' | 'tagged'
}

export interface ModelChoice {
  readonly model: HeadlessModel
  /** Paths of the files to hand to the page; empty for a model by its id. */
  readonly files: readonly string[]
}

const ENGINES = ['webllm', 'wllama'] as const
const LEAST_CONTEXT = 512
const USUAL_RECIPE = 'reading-comprehension'

/** Understands the options that name a model and a recipe; null when there are none of them (rules). */
export async function readModelOptions(words: ModelWords): Promise<ModelChoice | { readonly fault: string } | null> {
  const { synthesizer, ...said } = words
  if (Object.values(said).every(word => word === undefined)) return null
  if (synthesizer === 'tagged' && (words.recipe ?? words.teach) !== undefined) {
    return {
      fault: '--recipe and --teach go with --synthesizer chat: an instruction synthesizer is asked in one way only.',
    }
  }
  if (words.engine === REPLAY) return replayChoice(words)
  if (words.answers !== undefined) return { fault: '--answers goes with --engine replay.' }
  const engine = ENGINES.find(name => name === words.engine)
  if (engine === undefined) return { fault: '--engine is webllm, wllama or replay.' }
  if (words.model === undefined) return { fault: '--model names a model, a folder or a file.' }
  const contextTokens = words.context === undefined ? null : Number(words.context)
  if (contextTokens !== null && !(Number.isInteger(contextTokens) && contextTokens >= LEAST_CONTEXT)) {
    return { fault: `--context is a whole number of tokens, ${LEAST_CONTEXT} or more.` }
  }
  const recipe = synthesizer === 'tagged' ? { recipe: null } : await taughtRecipe(words, contextTokens)
  if ('fault' in recipe) return recipe
  const files = await modelFiles(words.model, words.library)
  if ('fault' in files) return files
  const { paths } = files
  if (paths === null) return { model: { engine, id: words.model, contextTokens, recipe: recipe.recipe }, files: [] }
  const misfit = misfitOf(engine, words.model, paths)
  if (misfit !== null) return { fault: misfit }
  return { model: { engine, id: null, contextTokens, recipe: recipe.recipe }, files: paths }
}

async function replayChoice(words: ModelWords): Promise<ModelChoice | { readonly fault: string }> {
  const stray = (['model', 'library', 'context', 'teach'] as const).find(name => words[name] !== undefined)
  if (stray !== undefined) return { fault: `--engine replay asks no model: --${STRAY[stray]} has no place beside it.` }
  const recipe = words.synthesizer === 'tagged' ? { recipe: null } : await readRecipe(words.recipe ?? USUAL_RECIPE)
  if ('fault' in recipe) return recipe
  const answers = await readAnswersOption(words.answers)
  if ('fault' in answers) return answers
  const model = { engine: REPLAY, id: answers.name, contextTokens: null, recipe: recipe.recipe } as const
  return { model, files: [answers.path] }
}

const STRAY = { model: 'model', library: 'model-lib', context: 'context', teach: 'teach' } as const

async function taughtRecipe(
  { recipe, teach }: ModelWords,
  contextTokens: number | null,
): Promise<{ readonly recipe: Recipe } | { readonly fault: string }> {
  const plain = await readRecipe(recipe ?? USUAL_RECIPE)
  return 'fault' in plain || teach === undefined ? plain : teachFromRecords(teach, plain.recipe, contextTokens)
}

async function readRecipe(word: string): Promise<{ readonly recipe: Recipe } | { readonly fault: string }> {
  const built = RECIPES.find(({ name }) => name === word)
  if (built !== undefined) return { recipe: built }
  if (!word.endsWith('.json')) {
    return { fault: `--recipe is a file (.json) or one of ${RECIPES.map(({ name }) => name).join(', ')}.` }
  }
  const text = await readFile(word, 'utf8').catch(() => null)
  if (text === null) return { fault: `There is no ${word}` }
  try {
    return { recipe: parseRecipe(text) }
  } catch (thrown) {
    const problem = problemOf(thrown)
    return { fault: `${word} holds no recipe: ${detailOf(problem)}.` }
  }
}

/** Why files are none that the engine can run, by their names alone; null where they may be. */
function misfitOf(engine: (typeof ENGINES)[number], model: string, paths: readonly string[]): string | null {
  if (engine === 'wllama') {
    const some = paths.some(name => name.toLowerCase().endsWith('.gguf'))
    return some ? null : `--engine wllama runs GGUF files, and ${model} is none and holds none.`
  }
  try {
    const choice = chooseMlcFiles(paths.map(name => name.split(path.sep).join('/')))
    return choice === null ? `--engine webllm runs folders in MLC’s layout, and ${model} holds no ${MLC_CONFIG}.` : null
  } catch (thrown) {
    return `--engine webllm cannot run ${model}: ${detailOf(problemOf(thrown))}. --model-lib FILE.wasm names a library that lies elsewhere.`
  }
}

function detailOf(problem: Problem): string {
  return 'detail' in problem ? problem.detail : problem.kind
}

/** Paths of a model's files; null where the word is a model's name. */
async function modelFiles(
  model: string,
  library: string | undefined,
): Promise<{ readonly paths: readonly string[] | null } | { readonly fault: string }> {
  const found = await stat(model).catch(() => null)
  if (found === null) {
    // Anything that looks like a path was meant as one.
    if (/[\\/]|\.gguf$/iu.test(model)) return { fault: `There is no ${model}` }
    return { paths: null }
  }
  const inside = found.isDirectory() ? await listInputs([model]) : [{ path: path.resolve(model) }]
  if ('missing' in inside) return { fault: `There is no ${inside.missing}` }
  const paths = inside.map(file => file.path)
  if (library === undefined) return { paths }
  const there = await stat(library).catch(() => null)
  return there === null ? { fault: `There is no ${library}` } : { paths: [...paths, path.resolve(library)] }
}
