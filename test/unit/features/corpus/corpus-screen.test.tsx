// @vitest-environment happy-dom
import { act, createElement } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ProblemError } from '#core/problem'
import { corpusJob } from '#features/corpus/corpus-job'
import { CorpusScreen } from '#features/corpus/corpus-screen'
import { dismissGeneralProblem, leaveGeneralOut } from '#features/corpus/general-store'
import type { Commands } from '#features/services'
import { type FakeOptions, fakeServices } from '#test/screens/fake-services'
import { find, press, renderOn, settle, write } from '#test/screens/render'

type Count = Commands['countCorpus']

async function open(query = '', options: FakeOptions = {}) {
  const services = fakeServices(options)
  services.session.setState({ route: { screen: 'corpus', params: new URLSearchParams(query) } })
  location.hash = '#/corpus'
  const box = await renderOn(services, createElement(CorpusScreen))
  await settle(40)
  const field = (label: string): HTMLInputElement => {
    const named = find(box, 'label', label)
    const input = box.querySelector<HTMLInputElement>(`[id="${named.getAttribute('for') ?? ''}"]`)
    return input ?? expect.fail(label)
  }
  const text = (selector: string): string => box.querySelector(selector)?.textContent ?? ''
  return { box, services, field, text, rest: () => settle(480) }
}

/** Waits for what is read and counted in the background. */
const until = (check: () => void): Promise<void> => vi.waitFor(() => settle(100).then(check), 10_000)

async function give(box: HTMLElement, name: string, rows: string): Promise<void> {
  const input = box.querySelector<HTMLInputElement>('[data-testid="general-file"]') ?? expect.fail()
  Object.defineProperty(input, 'files', { value: [new File([rows], name)], configurable: true })
  await act(async () => input.dispatchEvent(new Event('change', { bubbles: true })))
  await settle(40)
}

const button = (box: HTMLElement): HTMLButtonElement =>
  box.querySelector<HTMLButtonElement>('.action__button') ?? expect.fail()

afterEach(() =>
  act(async () => {
    corpusJob.cancel()
    corpusJob.dismiss()
    leaveGeneralOut()
    dismissGeneralProblem()
  }),
)

describe('Pre-training text', { timeout: 20_000 }, () => {
  it('CORPUSVIEW3: shows a text in its parts, goes to the next one and to another seed, also by keys', async () => {
    const { box, text, rest } = await open()
    expect(text('.preview__place')).toMatch(/^1 of \d+$/u)
    const parts = (): string => text('.tinted p')
    const first = parts()
    for (const part of ['passage', 'pair', 'template']) {
      expect(box.querySelector(`.tinted .tint--${part}`)?.textContent).toMatch(/\S/u)
      expect(box.querySelector(`.legend .tint--${part}`)?.textContent).toMatch(/\S/u)
    }
    await press(find(box, 'button', 'Next text'))
    await rest()
    expect(text('.preview__place')).toMatch(/^2 of/u)
    expect(parts()).not.toBe(first)
    await act(async () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', bubbles: true })))
    await rest()
    expect(parts()).toBe(first)
    const seen = new Set<string>([first])
    for (let times = 0; times < 3; times++) {
      await act(async () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 's', bubbles: true })))
      await rest()
      seen.add(parts())
    }
    expect(seen.size).toBeGreaterThan(1)
  })

  it('CORPUSVIEW1: notes options and place in the URL', async () => {
    const { box, services, field, rest } = await open('seed=7&text=2')
    expect(field('Seed').value).toBe('7')
    await write(field('Pairs before the passage'), '100')
    await press(find(box, 'input[value=fifth]', ''))
    await rest()
    const { params } = services.session.getState().route
    expect(Object.fromEntries(params)).toEqual({ seed: '7', inversion: '100', converted: '20' })
  })

  it('CORPUSVIEW2: says at its field what is no number, and writes nothing from it', async () => {
    const { box, field, text } = await open()
    await write(field('Pairs before the passage'), '101')
    expect(button(box).disabled).toBe(true)
    expect(field('Pairs before the passage').value).toBe('101')
    expect(text('.action__missing')).toBe('A percentage from 0 to 100.')
    await write(field('Pairs before the passage'), '0')
    expect(button(box).disabled).toBe(false)
    for (const name of ['Classic', 'Dialogue', 'Numbered', 'Worked examples', 'Next turn']) {
      await write(field(`Weight of ${name}`), '0')
    }
    expect(button(box).disabled).toBe(true)
    expect(box.textContent).toContain('at least one layout')
    await write(field('Weight of Numbered'), '100')
    expect(button(box).disabled).toBe(false)
    await press(find(box, 'input[value=two]', ''))
    expect([field('Weight of Classic').value, field('Weight of Numbered').value]).toEqual(['95', '0'])
  })

  it('CORPUSVIEW9: reads raw passages for comprehension on request, and shows them in the preview', async () => {
    const { box, field, text, services, rest } = await open()
    expect(text('.preview')).not.toContain('Read for comprehension')
    await press(find(box, '[role=switch]', ''))
    expect(field('Raw passages that are read').value).toBe('100')
    await write(field('Raw passages that are read'), '101')
    expect(button(box).disabled).toBe(true)
    await write(field('Raw passages that are read'), '100')
    await press(find(box, 'input[value=fifth]', ''))
    await until(() => expect(text('.ui-bars')).toMatch(/Passages read[\d,]+[\s\S]*Questions on these[\d,]+/u))
    await press(find(box, 'input[value=mined]', ''))
    await rest()
    expect(Object.fromEntries(services.session.getState().route.params)).toEqual({
      converted: '20',
      comprehension: '100',
      kind: 'mined',
    })
    await until(() => expect(text('.legend')).toContain('Questions and answers'))
    const seen: string[] = []
    for (let times = 0; times < 4; times++) {
      await until(() => expect(text('.preview__place')).toMatch(new RegExp(`^${times + 1} of`, 'u')))
      seen.push(text('.preview__about'))
      await press(find(box, 'button', 'Next text'))
    }
    expect(seen.some(about => about.startsWith('Asked: '))).toBe(true)
    await press(find(box, '[role=switch]', ''))
    await until(() => expect(text('.preview')).not.toContain('Read for comprehension'))
    await rest()
    expect(services.session.getState().route.params.has('comprehension')).toBe(false)
  })

  it('CORPUSVIEW10: is narrowed by task and document as an export is', async () => {
    const { box, services, text } = await open()
    const all = text('.out-head__size')
    await press(find(box, 'summary', 'Only some tasks'))
    const tasks = box.querySelector('[role=group][aria-label=Tasks]') ?? expect.fail()
    await press(tasks.querySelector('button') ?? expect.fail())
    await until(() => expect(services.session.getState().route.params.get('tasks')).toMatch(/./u))
    const documents = box.querySelector('[role=group][aria-label=Documents]') ?? expect.fail()
    await press(documents.querySelector('input[type=checkbox]') ?? expect.fail())
    await until(() => expect(services.session.getState().route.params.get('documents')).toBe('1'))
    await until(() => expect(text('.out-head__size')).not.toBe(all))
  })

  it('CORPUSVIEW4: counts everything in the background, and anew for other options', async () => {
    const asked: { signal: AbortSignal; done: () => void }[] = []
    const base = fakeServices()
    const countCorpus: Count = (ask, signal, progress) =>
      new Promise((resolve, reject) => {
        progress({ phase: 'write', done: 3, total: 12, msLeft: null })
        asked.push({ signal, done: () => void base.commands.countCorpus(ask, signal, progress).then(resolve, reject) })
      })
    const { box, services, text, rest } = await open('', { commands: { countCorpus } })
    expect(text('.counting')).toBe('Counting … 3 of 12 passages')
    await press(find(box, 'button', 'Unsure'))
    await rest()
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false])
    // What is written meanwhile waits.
    await act(async () =>
      services.session.setState(({ revisions }) => ({ revisions: { ...revisions, pairs: revisions.pairs + 1 } })),
    )
    await settle(2_100)
    expect(asked).toHaveLength(2)
    asked[1]?.done()
    await settle(60)
    expect(text('.out-head__size')).toMatch(/^\d+ texts$/u)
    expect(text('.ui-bars')).toMatch(/Pairs[\d,]+ · [\d.]+%/u)
    expect(asked).toHaveLength(3)
  })

  it('CORPUSVIEW5: takes a file with instructions, and refuses another without losing it', async () => {
    const { box, field, text } = await open()
    await give(box, 'orca.jsonl', '{"question":"Why?","response":"Because."}\n{"id":1}\n')
    expect(text('.general__file')).toContain('orca.jsonl')
    expect(text('.general__example')).toContain('Why? Because.')
    expect(text('.general')).toContain('1 can be used, 1 have no instruction or no response')
    expect(text('.general')).toContain('but not the file')
    expect(text('.ui-bars')).toContain('General instructions')
    expect(field('Their tokens for each').value).toBe('1')
    await give(box, 'scores.jsonl', '{"id":1,"score":2}\n')
    expect(text('.general [role=alert]')).toContain('Its columns are id, score.')
    expect(text('.general__file')).toContain('orca.jsonl')
    await press(find(box, '.general button', 'Leave out'))
    await settle(40)
    expect(text('.ui-bars')).not.toContain('General instructions')
  })

  it('CORPUSVIEW6: says how far it is with the time left, and can be cancelled', async () => {
    const writeCorpus = vi.fn<Commands['writeCorpus']>(
      (_ask, signal, progress) =>
        new Promise((_resolve, reject) => {
          progress({ phase: 'write', done: 30, total: 120, msLeft: 9_000 })
          signal.addEventListener('abort', () => reject(new ProblemError({ kind: 'cancelled' })))
        }),
    )
    const { box, text } = await open('states=kept&name=mine', { commands: { writeCorpus } })
    await press(button(box))
    expect(text('.action__work')).toContain('Writing … 30 of 120 passages · 9 s left')
    expect(writeCorpus.mock.calls[0]?.[0]).toMatchObject({ options: { states: ['kept'], name: 'mine' }, general: null })
    await press(find(box, '.action__work button', 'Cancel'))
    expect(text('.action')).toContain('Cancelled. No file was left.')
  })

  it('CORPUSVIEW6: says what was written and read again', async () => {
    const { box, text } = await open()
    const texts = text('.out-head__size')
    await press(button(box))
    await settle(60)
    expect(text('.done')).toContain('corpus.jsonl')
    expect(text('.done')).toContain(`${texts} were read again`)
  })

  it('CORPUSVIEW7: says what is missing and what to do', async () => {
    const none = await open('', { prepare: ({ sources }) => sources.splice(0, sources.length) })
    expect(none.text('.ui-empty')).toContain('Add documents first.')
    await press(find(none.box, 'button', 'Add documents'))
    expect(none.services.session.getState().route.screen).toBe('sources')

    const bare = await open('', { pairs: 0 })
    expect(bare.text('.ui-notice')).toContain('There are no pairs yet')
    expect(button(bare.box).disabled).toBe(false)
    expect(bare.text('.preview')).toContain('No pair is in the chosen states')

    const raw = await open('converted=0')
    expect(raw.text('.preview')).toContain('At this share no text gets its pairs')
    expect(button(raw.box).disabled).toBe(false)
  })
})
