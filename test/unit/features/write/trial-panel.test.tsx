// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { ProblemError } from '#core/problem'
import { idleRun } from '#features/idle-run'
import type { Commands } from '#features/services'
import { WriteScreen } from '#features/write/write-screen'
import { fakeRun } from '#test/screens/fake-data'
import { FAKE_MODELS, fakeReady } from '#test/screens/fake-models'
import { type FakeOptions, fakeServices } from '#test/screens/fake-services'
import { find, press, renderOn, settle, write } from '#test/screens/render'

const [MODEL, OTHER] = FAKE_MODELS.map(model => model.id)

type Trial = Awaited<ReturnType<Commands['tryRecipe']>>

const NOTHING: Trial = {
  raw: 'I cannot help with that.',
  drafts: [],
  reason: 'refused',
  usage: { promptTokens: 812, reusedTokens: 0, answerTokens: 9, prefillMs: 5_000, decodeMs: 1_000 },
}

async function toggle(details: Element): Promise<void> {
  await act(async () => {
    details.toggleAttribute('open', true)
    details.dispatchEvent(new Event('toggle'))
  })
  await settle(20)
}

async function draw(options: FakeOptions = {}) {
  const commands: [string, readonly unknown[]][] = []
  const services = fakeServices({
    models: FAKE_MODELS,
    ...options,
    session: { engine: fakeReady(MODEL ?? ''), ...options.session },
    onCommand: (name, args) => commands.push([name, args]),
  })
  const host = await renderOn(services, <WriteScreen />)
  await settle(20)
  const [, model] = host.querySelectorAll<HTMLInputElement>('.writer input')
  // Where none is loaded, the rules are chosen at first.
  if (model?.checked === false) await press(model)
  await toggle(find(host, 'details', 'Try on 3 passages'))
  const panel = host.querySelector('.tryouts') ?? expect.fail()
  return {
    host,
    panel,
    services,
    named: (name: string) => commands.filter(([one]) => one === name).map(([, args]) => args),
  }
}

async function beside(panel: ParentNode, title: string): Promise<void> {
  const select = panel.querySelector('.tryout__head select')
  if (!(select instanceof HTMLSelectElement)) throw new Error('no choice of what stands beside')
  const option = [...select.options].find(one => one.textContent === title) ?? expect.fail()
  await act(async () => {
    select.value = option.value
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await settle()
}

function seedOf(trial: unknown): unknown {
  return typeof trial === 'object' && trial !== null && 'seed' in trial ? trial.seed : undefined
}

function recipeOf(trial: unknown): unknown {
  if (typeof trial !== 'object' || trial === null || !('recipe' in trial)) return undefined
  const { recipe } = trial
  return typeof recipe === 'object' && recipe !== null && 'name' in recipe ? recipe.name : undefined
}

/** What stands above the answers for the first passage. */
function headsOf(host: ParentNode): readonly (string | null)[] {
  return [...(host.querySelector('.tryout')?.querySelectorAll('h3') ?? [])].map(head => head.textContent)
}

describe('trying a recipe on three passages', () => {
  it('WRITE6: writes from three passages, one after another, and shows pairs, evidence and cost', async () => {
    const { panel, named } = await draw()
    expect(panel.querySelectorAll('.tryout')).toHaveLength(3)
    await press(find(panel, 'button', 'Write from these'))
    await settle(20)
    expect(named('tryRecipe').map(([trial]) => recipeOf(trial))).toEqual(
      Array.from({ length: 3 }, () => 'reading-comprehension'),
    )
    const first = panel.querySelector('.tryout__column') ?? expect.fail()
    expect(first.textContent).toContain('1 pair 812 tokens read, 96 written, 13 s')
    expect(first.querySelector('.tryout__instruction')?.textContent).toBe('Why did the first keepers burn oak?')
    const passage = panel.querySelector('blockquote')?.textContent ?? ''
    expect(passage).toContain(first.querySelector('mark')?.textContent)
    await press(find(panel, 'button', 'Write again'))
    await settle(20)
    const seeds = named('tryRecipe').map(([trial]) => seedOf(trial))
    expect(new Set(seeds).size).toBe(6)
  })

  it('WRITE6: streams, and can be stopped; what waits is not written', async () => {
    let calls = 0
    const tryRecipe: Commands['tryRecipe'] = (_trial, signal, onText) => {
      calls += 1
      onText('<QUE> Why did')
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new ProblemError({ kind: 'cancelled' })))
      })
    }
    const { panel } = await draw({ commands: { tryRecipe } })
    await press(find(panel, 'button', 'Write from these'))
    expect(panel.querySelector('.tryout pre')?.textContent).toBe('<QUE> Why did')
    expect(panel.textContent).toContain('waits its turn')
    await press(find(panel, 'button', 'Stop'))
    await settle(20)
    expect(panel.textContent).toContain('Stopped.')
    expect(panel.textContent).not.toContain('waits its turn')
    expect(calls).toBe(1)
    expect(find(panel, 'button', 'Write again')).toBeDefined()
  })

  it('WRITE7: says why nothing came of it, and shows the answer word for word', async () => {
    const { panel } = await draw({ commands: { tryRecipe: async () => NOTHING } })
    await press(find(panel, 'button', 'Write from these'))
    await settle(20)
    const first = panel.querySelector('.tryout__column') ?? expect.fail()
    expect(first.textContent).toContain('0 pairs')
    expect(first.textContent).toContain('The model declined to answer.')
    expect(find(first, 'details', 'Its answer, word for word').querySelector('pre')?.textContent).toBe(NOTHING.raw)
  })

  it('WRITE7: shows the exact prompt with its tokens, counted or estimated', async () => {
    const { panel, named } = await draw()
    await toggle(find(panel, '.tryout details', 'The exact prompt'))
    expect(named('showPrompt')).toHaveLength(1)
    expect(panel.textContent).toContain('812 tokens, as the model counts them')
    const estimate = async () => ({ messages: [], tokens: 700, exact: false })
    const other = await draw({ commands: { showPrompt: estimate }, session: { engine: { state: 'none' } } })
    await toggle(find(other.panel, '.tryout details', 'The exact prompt'))
    expect(other.panel.textContent).toContain('About 700 tokens: an estimate until the model is loaded')
  })

  it('WRITE6: two recipes stand side by side, with the same seed', async () => {
    const { panel, named } = await draw()
    await beside(panel, 'Step by step')
    const now = document.querySelector('.tryouts') ?? expect.fail()
    await press(find(now, 'button', 'Write from these'))
    await settle(20)
    const tried = named('tryRecipe').map(([trial]) => trial)
    expect(tried.map(recipeOf)).toEqual(
      Array.from({ length: 3 }, () => ['reading-comprehension', 'step-by-step']).flat(),
    )
    const [one, twin, next] = tried.map(seedOf)
    expect(one).toBe(twin)
    expect(next).not.toBe(one)
    expect(now.querySelectorAll('.tryout')[0]?.querySelectorAll('.tryout__column h3')).toHaveLength(2)
  })

  it('WRITE6: an edited copy stands beside the one that it was made from', async () => {
    const { host } = await draw()
    await press(find(host, 'button', 'Duplicate and edit'))
    await press(find(host, 'dialog button', 'Save'))
    await settle(20)
    expect(headsOf(host)).toEqual(['Questions and answers (own)', 'Questions and answers'])
    await press(find(host, 'button', 'Edit …'))
    const figure = host.querySelector<HTMLInputElement>('dialog input[type=number]') ?? expect.fail()
    await write(figure, '300')
    await press(find(host, 'dialog button', 'Save'))
    await settle(20)
    expect(headsOf(host)).toEqual(['Questions and answers (own)', 'Questions and answers (own), before the edit'])
  })

  it('WRITE5: other passages take the place of these', async () => {
    const { host, panel } = await draw({ sources: 60 })
    const names = (): readonly (string | null)[] =>
      [...host.querySelectorAll('.tryout')].map(one => one.getAttribute('aria-label'))
    const before = names()
    await press(find(panel, 'button', 'Three others'))
    await settle(20)
    expect(names()).toHaveLength(3)
    expect(names()).not.toEqual(before)
  })
})

describe('WRITE6: when nothing can be tried, it says why', () => {
  const go = (panel: ParentNode): HTMLElement => find(panel, 'button', 'Write from these')

  it('WRITE6: another model is loaded: this one can be', async () => {
    const { panel, named } = await draw({ session: { engine: { state: 'none' } } })
    expect(go(panel).hasAttribute('disabled')).toBe(true)
    expect(panel.textContent).toContain('Qwen2.5 1.5B Instruct is not loaded.')
    await press(find(panel, 'button', 'Load Qwen2.5'))
    expect(named('loadModel')).toEqual([[MODEL, undefined]])
    expect(go(panel).hasAttribute('disabled')).toBe(false)
  })

  it('WRITE8: while it loads, its phase is shown and it can be stopped', async () => {
    const progress = { phase: 'weights', done: 411, total: 1_117 } as const
    const { panel, named } = await draw({
      session: { engine: { state: 'loading', model: MODEL ?? '', progress } },
    })
    expect(panel.textContent).toContain('moving its weights into memory · 36%')
    expect(panel.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('36')
    await press(find(panel, 'button', 'Cancel'))
    expect(named('unloadModel')).toEqual([[]])
  })

  it('WRITE6: a run is at work', async () => {
    const { panel } = await draw({ session: { run: idleRun(fakeRun({ status: 'running' })) } })
    expect(go(panel).hasAttribute('disabled')).toBe(true)
    expect(panel.textContent).toContain('A run is at work with this device.')
  })
})

describe('WRITE8: loading is seen where it is waited for', () => {
  it('WRITE8: starting says that it loads the model first, and shows it', async () => {
    const { host, services } = await draw({ session: { engine: { state: 'none' } } })
    const bar = host.querySelector('.start-bar') ?? expect.fail()
    expect(bar.textContent).toContain('Starting loads Qwen2.5 1.5B Instruct first.')
    await act(async () =>
      services.session.setState({ engine: { state: 'loading', model: MODEL ?? '', progress: null } }),
    )
    expect(bar.textContent).toContain('Loading Qwen2.5 1.5B Instruct: starting the engine')
    expect(bar.textContent).not.toContain('first.')
    await act(async () => services.session.setState({ engine: fakeReady(MODEL ?? '') }))
    expect(bar.textContent).not.toContain('Loading')
    await act(async () =>
      services.session.setState({
        engine: { state: 'failed', model: MODEL ?? '', problem: { kind: 'gpu-lost', detail: '' } },
      }),
    )
    expect(bar.querySelector('[role=alert]')?.textContent).toContain('Qwen2.5 1.5B Instruct could not be loaded.')
  })

  it('WRITE8: resuming a run by a model does so too', async () => {
    const { request } = fakeRun()
    const run = fakeRun({ status: 'paused', request: { ...request, engine: 'webllm', model: OTHER ?? '' } })
    const { host, services } = await draw({ session: { engine: { state: 'none' }, run: idleRun(run) } })
    const card = host.querySelector('.now') ?? expect.fail()
    expect(card.textContent).toContain('Resuming loads Llama 3.2 3B Instruct first.')
    await act(async () =>
      services.session.setState({
        engine: { state: 'loading', model: OTHER ?? '', progress: { phase: 'shaders', done: 3, total: null } },
      }),
    )
    expect(card.textContent).toContain('preparing the programs of the graphics processor')
    expect(find(card, 'button', 'Resume').getAttribute('aria-disabled')).toBe('true')
    expect(find(card, 'button', 'Cancel')).toBeDefined()
  })

  it('WRITE9: reasons stand with their counts, the most frequent first; what fails again and again is named', async () => {
    const { request } = fakeRun()
    const run = fakeRun({
      status: 'paused',
      request: { ...request, engine: 'webllm', model: OTHER ?? '' },
      problem: { kind: 'run-keeps-failing', times: 5, last: { kind: 'engine-refused', detail: 'no template' } },
    })
    const { host } = await draw({
      session: { run: { ...idleRun(run), reasons: { 'cut-off': 2, 'no-tags': 9 } } },
    })
    expect([...host.querySelectorAll('.now__reasons li')].map(item => item.textContent)).toEqual([
      '9The model did not keep to the form that it was asked for.',
      '2The answer was cut off before its first pair was whole.',
    ])
    expect(host.querySelector('.now .ui-notice')?.textContent).toContain('The engine refused what it was asked.')
  })
})
