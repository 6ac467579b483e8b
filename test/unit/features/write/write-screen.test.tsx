// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { isInstructionSynthesizer } from '#core/models/instruction-synthesizer'
import type { StoredModel } from '#core/models/model'
import { idleRun } from '#features/idle-run'
import { WriteScreen } from '#features/write/write-screen'
import { fakeRun } from '#test/screens/fake-data'
import { FAKE_FACTS, FAKE_MODELS } from '#test/screens/fake-models'
import { type FakeOptions, fakeServices } from '#test/screens/fake-services'
import { find, press, renderOn, settle, write } from '#test/screens/render'

async function draw(options: FakeOptions = {}) {
  const commands: [string, readonly unknown[]][] = []
  const services = fakeServices({ ...options, onCommand: (name, args) => commands.push([name, args]) })
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(36)
  const host = await renderOn(services, <WriteScreen />)
  await settle(300)
  return { host, services, named: (name: string) => commands.filter(([one]) => one === name).map(([, args]) => args) }
}

describe('starting', () => {
  it('sends a project without text to Sources', async () => {
    const { host, named } = await draw({ sources: 0, pairs: 0 })
    await press(find(host, 'button', 'Go to Sources'))
    expect(named('go')).toEqual([['sources', undefined]])
  })

  it('says what it would cover, and starts with a sample or with all', async () => {
    const { host, named } = await draw()
    expect(host.querySelector('.start-bar')?.textContent).toContain('2,931 passages of 8 documents')
    await press(find(host, 'button', 'Write from a sample of 20'))
    await press(find(host, 'button', 'Write from all 2,931'))
    expect(named('startRun')).toEqual([
      [expect.objectContaining({ sample: 20, tasks: [], documents: null, seed: 1 })],
      [expect.objectContaining({ sample: null })],
    ])
  })

  it('asks again when the choice changes, and never starts what it did not count', async () => {
    const { host, named } = await draw()
    await press(host.querySelector<HTMLElement>('.families input') ?? expect.fail())
    expect(host.querySelector('.start-bar')?.textContent).toContain('Counting passages')
    expect(find(host, '.start-bar button', 'Write pairs').hasAttribute('disabled')).toBe(true)
    await settle(300)
    expect(named('previewRun').at(-1)).toEqual([
      expect.objectContaining({
        request: expect.objectContaining({ tasks: expect.not.arrayContaining(['definition']) }),
      }),
    ])
  })

  it('takes the documents of selected sources only', async () => {
    const { host, named } = await draw()
    await press(host.querySelector<HTMLElement>('input[type=radio][value=some]') ?? expect.fail())
    expect(host.textContent).toContain('Select at least one source.')
    const box = find(host, '.source-choice__scroll label', '茶的制作').querySelector('input') ?? expect.fail()
    await press(box)
    await settle(300)
    expect(named('previewRun').at(-1)).toEqual([
      expect.objectContaining({ request: expect.objectContaining({ documents: [2] }) }),
    ])
  })

  it('refuses a seed that is none, and says so', async () => {
    const { host, named } = await draw()
    const before = named('previewRun').length
    await write(host.querySelector<HTMLInputElement>('input[type=number]') ?? expect.fail(), '-3')
    await settle(300)
    expect(host.textContent).toContain('Give a whole number')
    expect(named('previewRun')).toHaveLength(before)
  })

  it('starts nothing while a run is at work', async () => {
    const run = idleRun(fakeRun({ status: 'running' }))
    const { host } = await draw({ session: { run } })
    expect(host.querySelector('.start-bar')?.textContent).toContain('A run is at work.')
    expect(find(host, '.start-bar button', 'Write from all').hasAttribute('disabled')).toBe(true)
  })

  it('resumes what exists, and leads to Review what is finished', async () => {
    const preview = { passages: 2_931, documents: 8, characters: 1, estimate: null }
    const unfinished = await draw({
      commands: { previewRun: async () => ({ ...preview, existing: fakeRun({ status: 'paused' }) }) },
    })
    expect(find(unfinished.host, '.start-bar button', 'Resume this run')).toBeDefined()
    const finished = await draw({ commands: { previewRun: async () => ({ ...preview, existing: fakeRun() }) } })
    await press(find(finished.host, '.start-bar button', 'Review the pairs'))
    expect(finished.named('go')).toEqual([['review', undefined]])
  })

  it('is not offered to a tab that only reads', async () => {
    const { host } = await draw({ session: { role: 'follower' } })
    expect(host.querySelector('.write-setup')).toBeNull()
    expect(host.querySelector('.run__acts')).toBeNull()
  })
})

describe('the run at work', () => {
  const run = {
    run: fakeRun({ status: 'running', total: 1_080, done: 410, failed: 2, pairs: 1_284, empty: 31 }),
    itemsPerSecond: 38.44,
    pairsPerSecond: 120,
    msLeft: 4_320_000,
    tokensPerSecond: null,
    reasons: {},
  }

  it('shows counts, speed and time left, and can be stopped', async () => {
    const { host, named } = await draw({ session: { run } })
    const card = host.querySelector('.now') ?? expect.fail()
    for (const part of [
      '412 of 1,080 passages',
      '1,284pairs',
      '31gave none',
      '2failed',
      '38passages/s',
      '1 h 12 minleft',
    ]) {
      expect(card.textContent).toContain(part)
    }
    await press(find(card, 'button', 'Stop'))
    expect(named('cancelRun')).toEqual([[1]])
  })

  it('says for how long a model has been reading, once that is long', async () => {
    const byModel = { ...run.run, request: { ...run.run.request, engine: 'wllama', model: 'any' } }
    const stream = { run: run.run.sequence, document: 1, start: 0, end: 90, attempt: 1, text: '' }
    const { host } = await draw({ session: { run: { ...run, run: byModel }, stream } })
    const said = (): string => host.querySelector('.writing__text')?.textContent ?? ''
    expect(said()).toBe('reading the passage …')
    await settle(3_400)
    expect(said()).toMatch(/^reading the passage … [34] s$/u)
  })

  it('comes into sight when it is there', async () => {
    const into = vi.spyOn(HTMLElement.prototype, 'scrollIntoView')
    await draw({ session: { run } })
    expect(into).toHaveBeenCalledExactlyOnceWith({ block: 'nearest' })
  })

  it.each([
    [{}, 'all passages'],
    [{ documents: [3, 5] }, 'all passages of 2 documents'],
    [{ documents: [3], sample: 40 }, 'sample of 1,080'],
    [{ documents: [3], places: [{ document: 3, start: 0 }] }, '1 chosen passage'],
  ])('says which passages it is about: %j', async (asked, said) => {
    const about = { ...run, run: { ...run.run, request: { ...run.run.request, ...asked } } }
    const { host } = await draw({ session: { run: about } })
    expect(host.querySelector('.now__head p')?.textContent).toMatch(new RegExp(`· ${said}(?: ·|$)`, 'u'))
  })

  it('says in three sentences why it stopped by itself', async () => {
    const paused = { ...run.run, status: 'paused' as const, problem: { kind: 'quota-full' } as const }
    const { host } = await draw({ session: { run: { ...run, run: paused } } })
    expect(host.querySelector('.now')?.textContent).toContain('Work is paused at the last finished passage.')
  })
})

describe('runs', () => {
  it('stand latest first, and are taken into Review or out of it', async () => {
    const { host, named } = await draw()
    expect([...host.querySelectorAll('.run h3')].map(head => head.textContent)).toEqual(['Run 2paused', 'Run 1done'])
    const [second] = host.querySelectorAll<HTMLElement>('.run__chosen input')
    await press(second ?? expect.fail())
    expect(named('chooseRun')).toEqual([[2, true]])
  })

  it('tell why passages gave nothing', async () => {
    const { host } = await draw()
    const details = host.querySelector('.run details') ?? expect.fail()
    await act(async () => {
      details.setAttribute('open', '')
      details.dispatchEvent(new Event('toggle'))
    })
    await settle()
    expect(host.querySelector('.troubled li')?.textContent).toContain('lighthouses.md')
    expect(host.querySelector('.troubled__reason')?.textContent).not.toBe('')
    expect(host.querySelector('.troubled pre')?.textContent).toContain('<QUE> What did a tower')
  })

  it('WRITE12: count what of the answers is no pair, and show each part with its passage, reason and words', async () => {
    const { host } = await draw({
      prepare: ({ runs }) => {
        const [run] = runs
        if (run !== undefined) runs[0] = { ...run, rejected: { truncated: 2, 'answer-not-an-option': 4, later: 1 } }
      },
    })
    const details = [...host.querySelectorAll('.run details')].find(one => one.textContent.startsWith('7 parts'))
    if (details === undefined) return expect.fail()
    expect([...details.querySelectorAll('.run__rejected li')].map(one => one.textContent)).toEqual([
      'The answer is none of the options: 4',
      'Cut off before it was whole: 2',
      'later: 1',
    ])
    expect(details.querySelector('.troubled')).toBeNull()
    await act(async () => {
      details.setAttribute('open', '')
      details.dispatchEvent(new Event('toggle'))
    })
    await settle()
    const [first] = details.querySelectorAll('.troubled > ul > li')
    expect(first?.textContent).toContain('lighthouses.md')
    expect(first?.textContent).toContain('Cut off before it was whole')
    expect(first?.querySelector('pre')?.textContent).toContain('<QUE>')
    expect(first?.querySelector('pre')?.getAttribute('tabindex')).toBe('0')
  })
})

describe('plots', () => {
  it('count pairs by kind of question and by document', async () => {
    const { host } = await draw()
    const [tasks, documents] = [...host.querySelectorAll('.ui-bars')].map(plot => plot.textContent)
    expect(tasks).toContain('cause20')
    expect(documents).toContain('lighthouses.md40')
  })

  it('are absent before there is a pair', async () => {
    const { host } = await draw({ pairs: 0 })
    expect(host.querySelector('.ui-bars')).toBeNull()
  })
})

async function choose(select: HTMLSelectElement, value: string): Promise<void> {
  await act(async () => {
    select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

describe('a run by a model', () => {
  const [chat] = FAKE_MODELS
  const named = (title: string): StoredModel => ({ ...(chat ?? expect.fail()), title })
  const request = (asked: readonly unknown[] | undefined): unknown => {
    const [ask] = asked ?? []
    return typeof ask === 'object' && ask !== null && 'request' in ask ? ask.request : expect.fail()
  }

  async function drawBy(model: StoredModel) {
    const drawn = await draw({ models: [model] })
    await press(drawn.host.querySelectorAll<HTMLElement>('.writer input')[1] ?? expect.fail())
    await settle(300)
    return drawn
  }

  it('WRITE10: asks a chat model about each passage alone, until the person says otherwise', async () => {
    const { host, named: told } = await drawBy(named('Qwen'))
    expect(request(told('previewRun').at(-1))).not.toHaveProperty('chains')
    expect(host.textContent).toContain('Each passage is written by itself.')
    expect(host.querySelector('.rounds select')).toBeNull()
    await press(host.querySelector<HTMLElement>('.rounds input[value="3"]') ?? expect.fail())
    await settle(300)
    expect(request(told('previewRun').at(-1))).toMatchObject({
      synthesizer: 'chat',
      chains: { rounds: 3, shots: 'written', window: null },
    })
    await choose(host.querySelector<HTMLSelectElement>('.rounds select') ?? expect.fail(), 'passed')
    await settle(300)
    expect(request(told('previewRun').at(-1))).toMatchObject({ chains: { rounds: 3, shots: 'passed' } })
    await press(host.querySelector<HTMLElement>('.rounds input[value="1"]') ?? expect.fail())
    await settle(300)
    expect(request(told('previewRun').at(-1))).not.toHaveProperty('chains')
  })

  it('WRITE10, WRITE11, WRITE13: asks an instruction synthesizer in its own way and in two rounds', async () => {
    const { host, named: told } = await drawBy(named('instruction-synthesizer.Q4_K_M'))
    expect(host.querySelector('.recipes')).toBeNull()
    expect(host.querySelector('.tryout')).toBeNull()
    expect(host.textContent).toContain('It reads and writes English only')
    expect(told('previewRun').at(-1)).toMatchObject([{ recipe: null }])
    expect(request(told('previewRun').at(-1))).toMatchObject({
      synthesizer: 'tagged',
      recipe: 'instruction-synthesizer',
      engine: chat?.engine,
      model: chat?.id,
      chains: { rounds: 2, shots: 'written', window: null },
    })
    const second = [...host.querySelectorAll('.rounds details')].at(-1) ?? expect.fail()
    await act(async () => {
      second.setAttribute('open', '')
      second.dispatchEvent(new Event('toggle'))
    })
    await settle(100)
    expect(told('showRound').at(-1)).toEqual(told('previewRun').at(-1))
    expect(second.textContent).toContain('placeholders in brackets stand for them')
    expect(second.querySelector('pre')?.textContent).toMatch(/^<s> <CON> [\s\S]*\[question 1, [\s\S]*<\/CON>\s*$/u)
    await press(find(host, 'button', 'Write from all 2,931'))
    expect(told('saveRecipe')).toEqual([])
    expect(told('startRun')).toEqual([[expect.objectContaining({ synthesizer: 'tagged', recipeVersion: '1' })]])
  })

  it.each([
    ['instruction-synthesizer-Q4_K_M-0123456789ab', 'x', null, true],
    ['x', 'Instruction Synthesizer', null, true],
    ['x', 'x', 'instruction_synthesiser', true],
    ['Qwen2.5-7B-Instruct', 'Instruct', 'Qwen synthesizer', false],
  ])('TAGGED9: %s, %s, %s: told by its names', (id, title, name, is) => {
    const gguf = name === null ? null : { ...FAKE_FACTS, name }
    expect(isInstructionSynthesizer({ id, title, gguf })).toBe(is)
  })
})
