import { APACHE, LLAMA_32, licenceNamed } from '#core/models/licence'
import type { GgufFacts, StoredModel } from '#core/models/model'
import { ProblemError } from '#core/problem'
import type { Commands } from '#features/services'
import type { SessionStore } from '#features/session'
import { showRound } from '#runner/show-round'
import { NO_HASH } from './fake-corpus'
import type { FakeProject } from './fake-data'
import { fakeReader } from './fake-reader'

/** No model is loaded here: counts are estimates. */
const NO_DESK: Parameters<typeof showRound>[2] = {
  state: () => ({ state: 'none' }),
  model: name => {
    throw new ProblemError({ kind: 'model-missing', model: name ?? '' })
  },
}

type ModelCommands = Pick<
  Commands,
  | 'loadModel'
  | 'unloadModel'
  | 'downloadModel'
  | 'cancelDownload'
  | 'addModelByUrl'
  | 'addModelFiles'
  | 'inspectModel'
  | 'deleteModel'
  | 'models'
  | 'saveRecipe'
  | 'deleteRecipe'
  | 'tryRecipe'
  | 'showPrompt'
  | 'showRound'
  | 'shareRecipe'
  | 'readRecipe'
>

/** What a small GGUF says about itself. */
export const FAKE_FACTS: GgufFacts = {
  architecture: 'qwen2',
  name: 'Qwen2.5 1.5B Instruct',
  contextTokens: 32_768,
  quantization: 'Q4_K_M',
  parameters: 1_543_714_304,
  vocabulary: 151_936,
  tokenizer: 'gpt2',
  chatTemplate: true,
  layers: 28,
  cacheBytesPerToken: 28_672,
  licence: 'apache-2.0',
}

/** Three models as they lie on a device: of the list, of a file, of a folder. */
export const FAKE_MODELS: readonly StoredModel[] = [
  {
    id: 'qwen2.5-1.5b-instruct-q4_k_m-GGUF',
    engine: 'wllama',
    title: 'Qwen2.5 1.5B Instruct',
    origin: 'catalogue',
    bytes: 1_117_320_736,
    contextTokens: 4_096,
    licence: APACHE,
    gguf: FAKE_FACTS,
    mlc: null,
    speed: { prefill: 41.27, decode: 11.84, loadMs: 3_120 },
    addedAt: Date.UTC(2026, 10, 21, 9, 30),
  },
  {
    id: 'Llama-3.2-3B-Instruct-q4f16_1-MLC',
    engine: 'webllm',
    title: 'Llama 3.2 3B Instruct',
    origin: 'catalogue',
    bytes: 1_806_400_120,
    contextTokens: 4_096,
    licence: LLAMA_32,
    gguf: null,
    mlc: { base: 'https://hub.example/llama/', library: 'https://hub.example/llama.wasm', f16: true },
    speed: { prefill: 512.4, decode: 38.2, loadMs: 9_870 },
    addedAt: Date.UTC(2026, 10, 20, 9, 30),
  },
  {
    id: 'house-tuned-0123456789ab',
    engine: 'wllama',
    title: 'house-tuned',
    origin: 'file',
    bytes: 806_212_600,
    contextTokens: 2_048,
    licence: licenceNamed(null),
    gguf: { ...FAKE_FACTS, name: null, contextTokens: 2_048, licence: null, chatTemplate: false },
    mlc: null,
    speed: null,
    addedAt: Date.UTC(2026, 10, 19, 9, 30),
  },
]

const ANSWER = '<QUE> Why did the first keepers burn oak? <ANS> Pine coated the glass with soot within an hour. </END>'

/** The engine of a tab that has one loaded. */
export function fakeReady(model: string) {
  const speed = { prefill: 41.27, decode: 11.84, loadMs: 3_120 }
  const facts = {
    contextTokens: 4_096,
    grammar: 'gbnf',
    logprobs: 'raw',
    prefixCache: 'any-prefix',
    prefill: true,
    device: 'CPU, 7 threads',
    exactCounts: true,
  } as const
  return { state: 'ready', model, engine: 'wllama', facts, speed } as const
}

/** Models and recipes in memory: loading succeeds at once, downloads stay as the session says. */
export function fakeModelCommands(
  session: SessionStore,
  project: FakeProject,
  models: readonly StoredModel[],
  tell: (name: string, args: unknown[]) => void,
): ModelCommands {
  let held = [...models]
  const touch = (): void =>
    session.setState(({ revisions }) => ({ revisions: { ...revisions, models: revisions.models + 1 } }))
  const first = (): StoredModel => {
    const [model] = FAKE_MODELS
    if (model === undefined) throw new ProblemError({ kind: 'model-missing', model: '' })
    return model
  }
  return {
    loadModel: async (model, contextTokens) => {
      tell('loadModel', [model, contextTokens])
      session.setState({ engine: fakeReady(model) })
    },
    unloadModel: async () => {
      tell('unloadModel', [])
      session.setState({ engine: { state: 'none' } })
    },
    downloadModel: async model => {
      tell('downloadModel', [model.id])
      return first()
    },
    cancelDownload: async model => tell('cancelDownload', [model]),
    addModelByUrl: async (url, library) => {
      tell('addModelByUrl', [url, library])
      return first()
    },
    addModelFiles: async (files, _signal, progress) => {
      tell('addModelFiles', [files.map(file => file.name)])
      const total = files.reduce((sum, { size }) => sum + size, 0)
      progress(total, total)
      held = [...held, { ...first(), id: 'added', title: files[0]?.name ?? '' }]
      touch()
      return first()
    },
    inspectModel: async (...parts) => {
      tell('inspectModel', [parts.map(part => part.name)])
      return FAKE_FACTS
    },
    deleteModel: async id => {
      tell('deleteModel', [id])
      held = held.filter(model => model.id !== id)
      touch()
    },
    models: async () => held,
    saveRecipe: async (recipe, own) => {
      tell('saveRecipe', [recipe.name, own])
      const version = `version of ${JSON.stringify(recipe)}`
      // Out of a database a recipe comes as another object each time.
      const known = project.recipes.some(stored => stored.version === version)
      if (own && !known) project.recipes.unshift({ version, recipe: structuredClone(recipe), own, savedAt: 0 })
      session.setState(({ revisions }) => ({ revisions: { ...revisions, runs: revisions.runs + 1 } }))
      return version
    },
    deleteRecipe: async version => {
      tell('deleteRecipe', [version])
      const at = project.recipes.findIndex(stored => stored.version === version)
      if (at >= 0) project.recipes.splice(at, 1)
      session.setState(({ revisions }) => ({ revisions: { ...revisions, runs: revisions.runs + 1 } }))
    },
    tryRecipe: async (trial, _signal, onText) => {
      tell('tryRecipe', [trial])
      onText(ANSWER.slice(0, 40))
      onText(ANSWER.slice(40))
      return {
        raw: ANSWER,
        drafts: [
          {
            instruction: 'Why did the first keepers burn oak?',
            response: 'Pine coated the glass with soot within an hour.',
            options: null,
            reasoning: null,
            task: 'comprehension',
            form: 'open',
            needsPassage: false,
            evidence: [{ start: 12, end: 60, how: 'quoted' }],
          },
        ],
        reason: null,
        usage: { promptTokens: 812, reusedTokens: 600, answerTokens: 96, prefillMs: 5_100, decodeMs: 8_000 },
      }
    },
    showPrompt: async ask => {
      tell('showPrompt', [ask])
      return {
        messages: [
          { role: 'system', content: 'You write questions about a text and answer them from the text alone.' },
          { role: 'user', content: 'The text:\n\nCoal braziers stood on the oldest towers.\n\nWrite 3 pairs.' },
        ],
        tokens: 812,
        exact: true,
      }
    },
    showRound: async ask => {
      tell('showRound', [ask])
      return showRound({ ...fakeReader(project), pairsAt: async () => [] }, NO_HASH, NO_DESK, ask)
    },
    shareRecipe: async recipe => tell('shareRecipe', [recipe.name]),
    readRecipe: async file => {
      tell('readRecipe', [file.name])
      throw new ProblemError({ kind: 'recipe-damaged', detail: 'it is empty' })
    },
  }
}
