// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { ProblemError } from '#core/problem'
import { taughtPlaces } from '#core/synthesis/teach'
import { WriteScreen } from '#features/write/write-screen'
import { fakeRun } from '#test/screens/fake-data'
import { FAKE_MODELS, fakeReady } from '#test/screens/fake-models'
import { type FakeOptions, fakeServices } from '#test/screens/fake-services'
import { FAKE_EXAMPLES, fakeTaught } from '#test/screens/fake-teaching'
import { find, press, renderOn, settle, write } from '#test/screens/render'
import { readingComprehension } from '#core/synthesis/recipes/reading-comprehension/recipe'
import type { Recipe } from '#core/synthesis/recipe'

const [MODEL] = FAKE_MODELS.map(model => model.id)
const FITS: NonNullable<FakeOptions['commands']> = { teachRecipe: async ask => fakeTaught(ask) }

async function draw(options: FakeOptions = {}) {
  const commands: [string, readonly unknown[]][] = []
  const services = fakeServices({
    models: FAKE_MODELS,
    ...options,
    session: { engine: fakeReady(MODEL ?? ''), ...options.session },
    onCommand: (name, args) => commands.push([name, args]),
  })
  const host = await renderOn(services, <WriteScreen />)
  await settle(350)
  return {
    host,
    services,
    named: (name: string) => commands.filter(([one]) => one === name).map(([, args]) => args),
  }
}

async function open(details: HTMLElement): Promise<void> {
  await act(async () => {
    details.toggleAttribute('open', true)
    details.dispatchEvent(new Event('toggle'))
  })
  await settle(20)
}

const switchIn = (host: HTMLElement): HTMLInputElement =>
  host.querySelector<HTMLInputElement>('.teach input') ?? expect.fail()

function placesOf(asked: unknown): number {
  const recipe = typeof asked === 'object' && asked !== null && 'recipe' in asked ? asked.recipe : null
  const isRecipe = (value: unknown): value is Recipe => typeof value === 'object' && value !== null && 'words' in value
  return isRecipe(recipe) ? taughtPlaces(recipe).length : -1
}

describe('teaching on the screen', () => {
  it('TEACHVIEW1: off at first; says how many fit and what would be shown; nothing where nothing fits', async () => {
    const { host } = await draw({ commands: FITS })
    expect(switchIn(host).checked).toBe(false)
    expect(host.querySelector('.teach')?.textContent).toContain('14 pairs that you kept or edited, from 9 passages')
    expect(host.querySelector('.teach')?.textContent).toContain('3 pairs in 2 examples')
    const { host: other } = await draw()
    expect(other.querySelector('.teach')).toBeNull()
    const refusing = await draw({
      commands: { teachRecipe: () => Promise.reject(new ProblemError({ kind: 'quota-full' })) },
    })
    expect(refusing.host.querySelector('.teach')).toBeNull()
    expect(find(refusing.host, '.start-bar button', 'Write from all').hasAttribute('disabled')).toBe(false)
  })

  it('TEACHVIEW1: where the context is too small it cannot be switched on, and says why', async () => {
    const small: NonNullable<FakeOptions['commands']> = {
      teachRecipe: async ask => ({ ...fakeTaught(ask), recipe: ask.recipe, examples: [], tooSmall: true }),
    }
    const { host } = await draw({ commands: small })
    expect(switchIn(host).disabled).toBe(true)
    expect(host.querySelector('.teach')?.textContent).toContain('The context of this model is too small for examples.')
  })

  it('TEACHVIEW2: the examples stand there word for word, with where they are from', async () => {
    const { host } = await draw({ commands: FITS })
    const examples = [...host.querySelectorAll('.teach__example')]
    expect(examples).toHaveLength(2)
    expect(examples[0]?.textContent).toContain('lighthouses.md › Lighthouses › Fuel and flame')
    expect(examples[0]?.textContent).toContain('1 edited')
    expect(examples[0]?.querySelector('blockquote')?.textContent).toBe(FAKE_EXAMPLES[0]?.passage)
    expect(examples[0]?.textContent).toContain(FAKE_EXAMPLES[0]?.pairs[1]?.response)
  })

  it('TEACHVIEW3: the run, its estimate and trials take the taught recipe while it is on', async () => {
    const { host, named } = await draw({ commands: FITS })
    expect(placesOf(named('previewRun').at(-1)?.[0])).toBe(0)
    await press(switchIn(host))
    await settle(350)
    expect(placesOf(named('previewRun').at(-1)?.[0])).toBe(2)
    await open(find(host, 'details', 'Try on 3 passages'))
    const heads = [...(host.querySelector('.tryout')?.querySelectorAll('h3') ?? [])].map(head => head.textContent)
    expect(heads).toEqual(['Questions and answers, with your examples', 'Questions and answers'])
    await press(find(host, '.tryout__head button', 'Write from these'))
    await settle(20)
    expect(named('tryRecipe').map(([trial]) => placesOf(trial))).toEqual([2, 0, 2, 0, 2, 0])
    await press(find(host, '.start-bar button', 'Write from all'))
    await settle(20)
    const [request] = named('startRun').at(-1) ?? []
    expect(JSON.stringify(request)).toContain('soot within an hour')
    await press(switchIn(host))
    await settle(350)
    expect(placesOf(named('previewRun').at(-1)?.[0])).toBe(0)
  })

  it('TEACHVIEW3: a run by a taught recipe says so', async () => {
    const { recipe, version } = fakeTaught({ recipe: readingComprehension })
    const services = fakeServices({ models: FAKE_MODELS })
    services.project.recipes.push({ version, recipe, own: false, savedAt: 0 })
    const { request } = fakeRun()
    services.project.runs.push(
      fakeRun({
        id: 'taught',
        sequence: 9,
        request: { ...request, engine: 'wllama', model: MODEL ?? '', recipe: recipe.name, recipeVersion: version },
      }),
    )
    const host = await renderOn(services, <WriteScreen />)
    await settle(50)
    const row = [...host.querySelectorAll('.run')].map(run => run.textContent)
    expect(row.filter(text => text.includes('with your examples'))).toHaveLength(1)
    expect(row.find(text => text.includes('Run 9'))).toContain('with your examples')
  })
})

describe('comparing on the screen', () => {
  async function compared() {
    const drawn = await draw({ commands: FITS })
    const panel = find(drawn.host, 'details', 'Compare with and without')
    await open(panel)
    await write(panel.querySelector('input') ?? expect.fail(), '20')
    await press(find(panel, 'button', 'Write with both'))
    await settle(20)
    return { ...drawn, panel }
  }

  it('TEACHVIEW5: both stand side by side with what they gave, cost, and where checks did not pass', async () => {
    const { panel, named } = await compared()
    expect(named('compareTeaching')).toHaveLength(1)
    const rows = new Map(
      [...panel.querySelectorAll('tbody tr')].map(row => [
        row.querySelector('th')?.textContent ?? '',
        [...row.querySelectorAll('td')].map(cell => cell.textContent),
      ]),
    )
    expect(rows.get('Pairs')).toEqual(['32', '60'])
    expect(rows.get('passages without any')).toEqual(['4', '0'])
    expect(rows.get('Failed')?.[1]).toBe('0 · 0%')
    expect([...rows.keys()]).toContain('not passed: Evidence')
    expect(rows.get('Tokens read')?.[0]).toBe('28,400 (18,000 from the cache)')
    expect(panel.textContent).toContain('All of them are written by both.')
  })

  it('TEACHVIEW6: marks are blind, and are told when marking is left', async () => {
    const { panel, named } = await compared()
    await press(find(panel, 'button', 'Mark the pairs blind'))
    const blind = panel.querySelector('.blind') ?? expect.fail()
    expect(blind.textContent).toContain('1 of 92')
    expect(blind.textContent).not.toMatch(/without|with mine|examples/iu)
    await press(find(blind, 'button', 'Right'))
    await press(find(panel, '.blind button', 'Wrong'))
    expect(named('markCompared')).toHaveLength(2)
    expect(panel.querySelector('.blind')?.textContent).toContain('3 of 92')
    expect(panel.textContent).not.toContain('Right, marked blind')
    await press(find(panel, '.blind button', 'Back'))
    expect(find(panel, '.blind button', 'Wrong').getAttribute('aria-pressed')).toBe('true')
    await press(find(panel, '.blind button', 'Enough'))
    expect(panel.textContent).toContain('Right, marked blind')
    expect(panel.textContent).toContain('2 of 92 marked.')
  })

  it('TEACHVIEW4: while it goes on it says how far it is, and can be stopped', async () => {
    const comparison = { running: true, done: 12, total: 40, pairs: 31, msLeft: 312_000, revision: 1 }
    const { host, named } = await draw({ commands: FITS, session: { comparison } })
    const panel = find(host, 'details', 'Compare with and without')
    expect(panel.textContent).toContain('12 of 40 written · 31 pairs · 5 min left')
    await press(find(panel, 'button', 'Stop'))
    expect(named('stopComparing')).toHaveLength(1)
  })

  it('TEACHVIEW4: figures of another choice are called so', async () => {
    const { panel } = await compared()
    expect(panel.textContent).not.toContain('another choice')
    await write(panel.querySelector('input') ?? expect.fail(), '30')
    expect(panel.textContent).toContain('another choice')
    expect(find(panel, 'button', 'Write with both')).toBeDefined()
    await write(panel.querySelector('input') ?? expect.fail(), '0')
    expect(panel.textContent).toContain('A whole number from 1 to 200.')
  })
})
