// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { fakeSample } from '#test/screens/evaluate-states'
import type { FakeProject } from '#test/screens/fake-data'
import { find, press } from '#test/screens/render'
import { drawEvaluate, refused } from './draw-evaluate'

const fresh =
  (marks = 0) =>
  (project: FakeProject): void => {
    project.samples.unshift(fakeSample(project, marks, { id: 'check-1' }))
  }
const open = (options = {}, marks = 0) => drawEvaluate({ pairs: 400, prepare: fresh(marks), ...options }, 'check-1')

describe('marking blind', () => {
  it('EVALVIEW3: shows the pair and its passage, and nothing of what checks said', async () => {
    const screen = await open()
    const entry = screen.sample()?.entries[0]
    const stored = screen.services.project.pairs.find(({ key }) => key === entry?.key)
    expect(screen.text('.marking__pair')).toContain(stored?.pair.instruction)
    expect(screen.text('.marking__pair')).toContain(stored?.pair.response)
    expect(screen.box.querySelector('[data-passage]')?.textContent).not.toBe('')
    expect(screen.box.querySelector('mark')).toBeNull()
    const words = screen.text('.marking')
    for (const told of ['ready', 'failed', 'kept', 'numbers', 'evidence']) expect(words).not.toContain(told)
  })

  it('EVALVIEW3: a document that was cut anew still shows the pair’s own range', async () => {
    const screen = await open({
      prepare: (project: FakeProject) => {
        fresh()(project)
        project.passages.clear()
      },
    })
    const stored = screen.services.project.pairs.find(({ key }) => key === screen.sample()?.entries[0]?.key)
    const { start = 0, end = 0 } = stored?.pair.passage ?? {}
    const text = screen.services.project.texts.get(stored?.document ?? 0)?.slice(start, end) ?? ''
    expect(text).not.toBe('')
    expect(screen.box.querySelector('[data-passage]')?.textContent).toContain(text.trim().slice(-40))
  })

  it('EVALVIEW4, EVALVIEW5: one key marks, stores and goes on', async () => {
    const screen = await open()
    await screen.hit('1')
    expect(screen.said()).toMatch(/^Right\. 2 of 30: /u)
    await screen.hit('3')
    await screen.hit('0')
    await screen.hit('2')
    const entries = screen.sample()?.entries ?? []
    expect(entries.slice(0, 5).map(({ verdict, why }) => [verdict, why])).toEqual([
      ['right', null],
      ['wrong', 'number'],
      ['unclear', null],
      ['wrong', 'unsupported'],
      [null, null],
    ])
    expect(screen.told('saveSample')).toHaveLength(4)
    expect(screen.text('.marking__progress')).toContain('4 of 30 marked')
    expect(screen.told('go')).toEqual([])
  })

  it('EVALVIEW4: each key from 2 to 7 is a reason, a held key marks once, buttons do the same', async () => {
    const screen = await open()
    for (const key of ['2', '3', '4', '5', '6', '7']) await screen.hit(key)
    const whys = screen
      .sample()
      ?.entries.slice(0, 6)
      .map(({ why }) => why)
    expect(whys).toEqual(['unsupported', 'number', 'entity', 'cut-off', 'question', 'other'])
    await screen.hit('1', { repeat: true })
    expect(screen.told('saveSample')).toHaveLength(6)
    await press(find(screen.box, '.mark-bar button', 'wrong name'))
    expect(screen.sample()?.entries[6]).toMatchObject({ verdict: 'wrong', why: 'entity' })
  })

  it('EVALVIEW4: Z takes back and returns to the pair, arrows move, Escape leaves', async () => {
    const screen = await open()
    await screen.hit('1')
    await screen.hit('1')
    await screen.hit('z')
    expect(
      screen
        .sample()
        ?.entries.slice(0, 2)
        .map(({ verdict }) => verdict),
    ).toEqual(['right', null])
    expect(screen.text('.marking__place')).toContain('2 of 30')
    await screen.hit('ArrowLeft')
    expect(screen.text('.marking__place')).toContain('1 of 30')
    expect(screen.box.querySelector('.mark-bar [aria-pressed=true]')?.textContent).toContain('Right')
    await screen.hit('ArrowRight')
    await screen.hit('ArrowRight')
    expect(screen.text('.marking__place')).toContain('3 of 30')
    await screen.hit('Escape')
    expect(screen.told('go')).toEqual([['evaluate', undefined]])
  })

  it('EVALVIEW2: starts at the first pair that is not marked, and says when all are', async () => {
    const screen = await open({}, 29)
    expect(screen.text('.marking__place')).toContain('30 of 30')
    await screen.hit('1')
    expect(screen.said()).toBe('All marked')
    await press(find(screen.box, '.marking__done button', 'Back to the figure'))
    expect(screen.box.querySelector('.blind-figure__share')).not.toBeNull()
  })

  it('EVALVIEW5: a mark that cannot be stored is taken back, with the reason', async () => {
    const screen = await open({ commands: { saveSample: refused() } })
    await screen.hit('1')
    expect(screen.told('report')).toHaveLength(1)
    expect(screen.text('.marking__progress')).toContain('0 of 30 marked')
  })

  it('EVALVIEW6: pairs that are gone or edited are passed over and counted', async () => {
    const screen = await open({
      prepare: (project: FakeProject) => {
        fresh()(project)
        const [first, second] = project.samples[0]?.entries ?? []
        project.pairs.splice(
          project.pairs.findIndex(({ key }) => key === first?.key),
          1,
        )
        const at = project.pairs.findIndex(({ key }) => key === second?.key)
        const stored = project.pairs[at]
        if (stored !== undefined) project.pairs[at] = { ...stored, pair: { ...stored.pair, response: 'Mended.' } }
      },
    })
    expect(screen.text('.marking__progress')).toContain('0 of 28 marked')
    expect(screen.text('.marking__progress')).toContain('2 pairs of this check are not there as drawn any more')
    await screen.hit('1')
    expect(screen.sample()?.entries.findIndex(({ verdict }) => verdict === 'right')).toBe(2)
  })

  it('EVALVIEW7: whoever only follows can look and marks nothing', async () => {
    const screen = await open({ session: { role: 'follower' } })
    await screen.hit('1')
    await screen.hit('ArrowRight')
    expect(screen.told('saveSample')).toEqual([])
    expect(screen.text('.marking__place')).toContain('2 of 30')
    const buttons = [...screen.box.querySelectorAll<HTMLButtonElement>('.mark-bar button')]
    expect(buttons.every(button => button.disabled)).toBe(true)
    expect(screen.text('.mark-bar__why')).toContain('Another tab')
  })

  it('EVALVIEW8: a check that is not there says so and leads back', async () => {
    const screen = await drawEvaluate({ pairs: 60 }, 'nowhere')
    expect(screen.box.textContent).toContain('This check is not there')
    await press(find(screen.box, 'button', 'Back to the figure'))
    expect(screen.box.querySelector('.blind-figure')).not.toBeNull()
  })
})
