import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RECIPES } from '#core/synthesis/recipes'
import { removeFolder, temporaryFolder } from '#test/support/launch-chromium'
import { makeGguf } from '#test/support/make-gguf'

/** Weights whose answers vary; those of most seeds say one thing over and over. */
const TALKS = 5

const TEXT =
  'The tower at Skerry Point was built in 1759 of grey granite. It stood for 123 years, until the rock beneath it was worn away by the sea.\n\nThe lamp burned paraffin until 1934, when its keeper had it changed to electric light. The lens turns once in forty seconds.\n'

let folder: string

beforeAll(async () => {
  folder = await temporaryFolder()
  const [first] = RECIPES
  const ask = 'Number of pairs to write: {count}.'
  const words = { ask, shortAsk: ask, examples: [] }
  const recipe = {
    ...first,
    name: 'short',
    pairs: { perTokens: 1_000, minimum: 1, maximum: 1 },
    sampling: { temperature: 0.3, topP: 0.9, tokensPerPair: 200 },
    words: { en: words, zh: words },
  }
  const put = (name: string, content: string | Uint8Array): Promise<void> => writeFile(path.join(folder, name), content)
  await put('text.txt', TEXT)
  await put('tiny.gguf', makeGguf({ seed: TALKS }))
  await put('garbage.gguf', makeGguf({ seed: 42 }))
  await put('wrong.gguf', makeGguf({ fault: 'bad-magic' }))
  await put('cut.gguf', makeGguf({ fault: 'truncated' }))
  await put('recipe.json', JSON.stringify(recipe))
  // More than any context of this model has room for.
  await put('long.json', JSON.stringify({ ...recipe, sampling: { ...recipe.sampling, tokensPerPair: 2_000 } }))
  await put('no-recipe.json', '{"name": "nothing to ask with"}')
})

afterAll(() => removeFolder(folder))

interface Ended {
  readonly status: number | null
  readonly errors: string
}

/** Runs the command in a folder of its own. */
function synthesize(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const command = path.resolve('src/cli/bin/synthesize.mjs')
    const child = spawn(process.execPath, [command, 'text.txt', ...args], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let errors = ''
    child.stderr.setEncoding('utf8')
    child.stderr.on('data', (text: string) => {
      errors += text
    })
    child.once('error', reject)
    child.once('exit', status => resolve({ status, errors }))
  })
}

interface Row {
  readonly document: { readonly name: string }
  readonly passage: { readonly start: number }
  readonly provenance: { readonly engine: string; readonly model: string; readonly prompt_sha256: string }
}

async function rowsOf(name: string): Promise<readonly Row[]> {
  const text = await readFile(path.join(folder, name), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line): Row => {
      const row: Row = JSON.parse(line)
      return row
    })
}

const MODEL = ['--engine', 'wllama', '--model', 'tiny.gguf', '--recipe', 'recipe.json'] as const
const PASSAGES = ['--passage-tokens', '25,60', '--states', 'all'] as const

describe('synthesize with a model', () => {
  it('writes with a GGUF and a recipe of the person, and says what wrote, how fast, and which passages gave pairs', async () => {
    const { status, errors } = await synthesize('--out', 'rows.jsonl', ...MODEL, ...PASSAGES)
    expect(errors).toMatch(/^wrote {5}\d+ pairs? from \d of 2 passages in [\d.]+ s$/mu)
    expect(errors).toMatch(/^model {5}tiny-[0-9a-f]{12} · .+ · [\d.]+ tokens\/s$/mu)
    expect(status).toBe(0)
    const rows = await rowsOf('rows.jsonl')
    expect(rows.length).toBeGreaterThan(0)
    for (const { provenance } of rows) {
      expect(provenance).toMatchObject({ synthesizer: 'chat', engine: 'wllama', recipe: 'short', seed: 1 })
      expect(provenance.model).toMatch(/^tiny-[0-9a-f]{12}$/u)
      expect(provenance.prompt_sha256).toMatch(/^[0-9a-f]{64}$/u)
    }
  })

  it('says why passages gave nothing, and still ends well', async () => {
    const { status, errors } = await synthesize('--out', 'none.jsonl', ...MODEL, ...PASSAGES, '--recipe', 'long.json')
    expect(errors).toContain('wrote     0 pairs from 0 of 2 passages')
    expect(errors).toContain('no pair   too-long 2')
    expect(errors).toContain('exported  nothing')
    expect(status).toBe(0)
  })

  it('with a profile, the model is found by its name the next time, and the run goes on', async () => {
    const call = [...PASSAGES, '--profile', 'profile', '--recipe', 'recipe.json', '--engine', 'wllama'] as const
    const first = await synthesize('--out', 'first.jsonl', '--model', 'tiny.gguf', ...call)
    expect(first.status).toBe(0)
    const same = await synthesize('--out', 'same.jsonl', '--model', 'tiny.gguf', ...call)
    expect(same.errors).toContain('(resumed)')
    const text = await readFile(path.join(folder, 'first.jsonl'), 'utf8')
    expect(await readFile(path.join(folder, 'same.jsonl'), 'utf8')).toBe(text)
    const [name = ''] = /tiny-[0-9a-f]{12}/u.exec(first.errors) ?? []
    const kept = await synthesize('--out', 'kept.jsonl', '--model', name, ...call)
    expect(kept.errors).not.toContain(' bytes\n')
    expect(kept.status).toBe(0)
    expect((await rowsOf('kept.jsonl')).map(row => row.provenance.model)).toContain(name)
  })

  it.each([
    { model: 'wrong.gguf', why: 'This is not a model that can be loaded here.' },
    { model: 'cut.gguf', why: 'The file cut.gguf is damaged or not whole.' },
    { model: 'garbage.gguf', why: 'The model was loaded, but what it writes is no text.' },
    { model: 'tiny-000000000000', why: 'The model is not on this device, or only in part.' },
  ])('exits with 3 and says what is wrong with $model', async ({ model, why }) => {
    const { status, errors } = await synthesize('--out', 'x.jsonl', '--engine', 'wllama', '--model', model)
    expect(errors).toContain(why)
    expect(status).toBe(3)
  })

  it.each([
    { args: ['--engine', 'wllama'], why: '--model names a model, a folder or a file.' },
    { args: ['--engine', 'llama', '--model', 'tiny.gguf'], why: '--engine is webllm, wllama or replay.' },
    { args: ['--engine', 'wllama', '--model', 'missing.gguf'], why: 'There is no missing.gguf' },
    { args: ['--engine', 'webllm', '--model', 'tiny.gguf'], why: 'tiny.gguf holds no mlc-chat-config.json' },
    { args: [...MODEL, '--recipe', 'no-recipe.json'], why: 'no-recipe.json holds no recipe: the recipe has no words' },
  ])('exits with 2 and says what is wrong: $args', async ({ args, why }) => {
    const { status, errors } = await synthesize('--out', 'x.jsonl', ...args)
    expect(errors).toContain(why)
    expect(status).toBe(2)
  })
})
