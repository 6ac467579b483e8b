// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { ProblemError } from '#core/problem'
import { FAKE_MODELS, fakeReady } from '#test/screens/fake-models'
import type { FakeOptions } from '#test/screens/fake-services'
import { find, press, settle, write } from '#test/screens/render'
import { draw, panel } from './draw-models'

const [FIRST = expect.fail()] = FAKE_MODELS
const MB = 1e6

async function pick(host: HTMLElement, files: readonly File[]): Promise<void> {
  const input = host.querySelector<HTMLInputElement>('[data-testid=model-files]') ?? expect.fail()
  Object.defineProperty(input, 'files', { value: files, configurable: true })
  await act(async () => input.dispatchEvent(new Event('change', { bubbles: true })))
  await settle()
}

describe('MODELS9: a model of the person’s own', () => {
  it('is looked at first, then added', async () => {
    const { host, named } = await draw()
    await pick(host, [new File(['GGUF'], 'house.gguf')])
    const facts = host.querySelector('.picked') ?? expect.fail()
    expect(facts.textContent).toContain('Architectureqwen2')
    expect(facts.textContent).toContain('Context32,768 tokens')
    expect(facts.textContent).toContain('and fits')
    expect(facts.textContent).toContain('Licence Apache-2.0')
    expect(named('addModelFiles')).toEqual([])
    await press(find(facts, 'button', 'Add this model'))
    expect(named('addModelFiles')).toEqual([[['house.gguf']]])
    expect(panel(host, 'Your own model').textContent).toContain('was added.')
    await press(find(panel(host, 'Your own model'), 'button', 'Dismiss'))
  })

  it('shows how far it was copied, and stops', async () => {
    let stop: AbortSignal | undefined
    const { host } = await draw({
      commands: {
        addModelFiles: (_files, signal, progress) =>
          new Promise((_resolve, reject) => {
            stop = signal
            signal.addEventListener('abort', () => reject(new ProblemError({ kind: 'cancelled' })))
            progress(200 * MB, 806 * MB)
          }),
      },
    })
    await pick(host, [new File(['GGUF'], 'house.gguf')])
    await press(find(host, 'button', 'Add this model'))
    const own = panel(host, 'Your own model')
    expect(own.textContent).toContain('200 MB of 806 MB copied')
    await press(find(own, 'button', 'Cancel'))
    expect(stop?.aborted).toBe(true)
    expect(own.textContent).toContain('Stopped. Nothing was kept.')
    await press(find(own, 'button', 'Dismiss'))
  })

  it('that is none is refused in words', async () => {
    const problem = { kind: 'model-damaged', file: 'house.gguf', detail: 'it ends early' } as const
    const { host, named } = await draw({ commands: { inspectModel: () => Promise.reject(new ProblemError(problem)) } })
    await pick(host, [new File(['x'], 'house.gguf')])
    expect(host.querySelector('[role=alert]')?.textContent).toContain('The file house.gguf is damaged or not whole.')
    expect(named('addModelFiles')).toEqual([])
  })

  it('comes from an address, a folder with its library; what is no address is said in place', async () => {
    const { host, named } = await draw()
    await press(find(host, 'button', 'From an address'))
    const form = (): HTMLElement => host.querySelector<HTMLElement>('.address-form') ?? expect.fail()
    const field = (label: string): HTMLInputElement =>
      find(form(), '.ui-field', label).querySelector('input') ?? expect.fail()
    const submit = (): Promise<void> =>
      act(async () => {
        form().dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
      })
    await write(field('Address of the .gguf file'), 'models/house.gguf')
    await submit()
    expect(form().textContent).toContain('This is no address of a model')
    await act(async () => form().querySelectorAll<HTMLInputElement>('input[type=radio]')[1]?.click())
    await write(field('Address of the folder'), 'https://models.example/house')
    await submit()
    expect(form().textContent).toContain('The library’s address begins with https://')
    await write(field('Address of the library'), 'https://models.example/house.wasm')
    await submit()
    expect(named('addModelByUrl')).toEqual([['https://models.example/house', 'https://models.example/house.wasm']])
    expect(host.querySelector('.address-form')).toBeNull()
  })
})

describe('MODELS10: a trial', () => {
  const options: FakeOptions = { models: [FIRST], session: { engine: fakeReady(FIRST.id) } }

  it('waits for a model, and for a text', async () => {
    const { host } = await draw({ models: [FIRST] })
    expect(panel(host, 'Try it').textContent).toContain('Load a model first')
    const bare = await draw({ ...options, sources: 0, pairs: 0 })
    expect(panel(bare.host, 'Try it').textContent).toContain('There is no text yet.')
  })

  it('writes from one passage and shows pairs, what they rest on, tokens and speed', async () => {
    const { host, named } = await draw(options)
    const trial = panel(host, 'Try it')
    await press(find(trial, 'button', 'Write from this passage'))
    expect(named('tryRecipe')).toEqual([[expect.objectContaining({ document: 1, seed: expect.any(Number) })]])
    expect(trial.textContent).toContain('1 pair 812 tokens read, 96 written · 12 tokens a second · 600 of them')
    expect(trial.querySelector('.trial__pairs')?.textContent).toContain('Why did the first keepers burn oak?')
    expect(trial.querySelector('.trial__pairs mark')).not.toBeNull()
  })

  it('streams, and stops', async () => {
    let tell: (added: string) => void = () => undefined
    const { host } = await draw({
      ...options,
      commands: {
        tryRecipe: (_trial, signal, onText) =>
          new Promise((_resolve, reject) => {
            tell = onText
            signal.addEventListener('abort', () => reject(new ProblemError({ kind: 'cancelled' })))
          }),
      },
    })
    const trial = panel(host, 'Try it')
    await press(find(trial, 'button', 'Write from this passage'))
    await act(async () => tell('<QUE> Why'))
    await act(async () => tell(' oak?'))
    expect(trial.querySelector('.trial__answer pre')?.textContent).toBe('<QUE> Why oak?')
    await press(find(trial, 'button', 'Cancel'))
    expect(trial.textContent).toContain('Stopped.')
    expect(trial.querySelector('.trial__answer pre')?.textContent).toBe('<QUE> Why oak?')
  })

  it('takes another passage, and says why nothing came of one', async () => {
    const { host } = await draw({
      ...options,
      commands: {
        tryRecipe: async () => ({
          raw: 'no',
          drafts: [],
          reason: 'no-tags',
          usage: { promptTokens: 9, reusedTokens: 0, answerTokens: 0, prefillMs: 0, decodeMs: 0 },
        }),
      },
    })
    const trial = panel(host, 'Try it')
    const before = trial.querySelector('blockquote')?.textContent
    await press(find(trial, 'button', 'Another passage'))
    expect(trial.querySelector('blockquote')?.textContent).not.toBe(before)
    await press(find(trial, 'button', 'Write from this passage'))
    expect(trial.textContent).toContain('not in the form that was asked for')
    expect(trial.textContent).not.toContain('tokens a second')
  })
})
