// @vitest-environment happy-dom
import { act, createElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { Review } from '#features/review/review'
import { REVIEW_KEYS } from '#features/review/review-keys'
import { fakeReady } from '#test/screens/fake-models'
import { type FakeOptions, fakeServices } from '#test/screens/fake-services'
import { find, press, renderOn, settle, write } from '#test/screens/render'
import { asJudged } from '#test/screens/review-states'

type Told = readonly [name: string, args: readonly unknown[]]

async function open(params = '', options: FakeOptions = {}) {
  const told: Told[] = []
  const services = fakeServices({ ...options, onCommand: (name, args) => told.push([name, args]) })
  asJudged(services.project)
  services.session.setState({ route: { screen: 'review', params: new URLSearchParams(params) } })
  const box = await renderOn(services, createElement(Review))
  await settle(30)
  return {
    told,
    box,
    services,
    asked: (name: string): readonly unknown[] => told.filter(([one]) => one === name).map(([, args]) => args),
    params: (): URLSearchParams => services.session.getState().route.params,
    text: (selector: string): string => box.querySelector(selector)?.textContent ?? '',
    hit: async (key: string, more: KeyboardEventInit = {}): Promise<void> => {
      const target = document.activeElement ?? document
      await act(async () => {
        target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
      })
      await settle(30)
    },
    selected: (): string | undefined => box.querySelector('[aria-selected=true]')?.id.replace('pair-', ''),
  }
}

const READY = { session: { engine: fakeReady('qwen') } }

describe('Review at volume', () => {
  it('REVIEW15: O goes through the orders, says which, and the URL holds it', async () => {
    const screen = await open()
    await screen.hit('o')
    expect(screen.params().get('order')).toBe('doubt')
    const [doubtful] = screen.services.project.pairs.filter(({ pair }) => pair.state === 'unsure')
    expect(screen.selected()).toBe(doubtful?.key)
    expect(screen.text('[role=status]')).toContain('Most doubtful first')
    await screen.hit('o')
    await screen.hit('o')
    expect(Object.fromEntries(screen.params())).toEqual({ order: 'repetition', show: 'all' })
    await screen.hit('o')
    expect(screen.params().get('order')).toBeNull()
  })

  it('REVIEW16: F opens the filters; a check can be chosen with its count, and the list shows just its pairs', async () => {
    const screen = await open('show=all')
    await screen.hit('f')
    const choice = document.activeElement
    expect(choice?.closest('.filters__more')).not.toBeNull()
    const failed = screen.services.project.pairs.filter(({ pair }) =>
      pair.checks.some(({ name, result }) => name === 'language' && result !== 'pass'),
    )
    expect(choice?.textContent).toContain(`Language (${failed.length})`)
    await act(async () => {
      screen.services.commands.go('review', { show: 'all', check: 'language' })
    })
    await settle(30)
    expect(screen.text('.filters__groups [aria-pressed=true]')).toBe(`All ${failed.length}`)
    expect(screen.text('.bulk')).toContain(`Drop all ${failed.length}`)
    await press(find(screen.box, '.bulk button', 'Drop all'))
    await press(find(screen.box, '.bulk--asking button', 'Drop'))
    expect(screen.asked('decide')).toEqual([[{ keys: failed.map(({ key }) => key) }, 'drop']])
  })

  it('REVIEW17: of repetitions only the first is kept with one press, in one step', async () => {
    const screen = await open('show=all&order=repetition')
    const rows = screen.box.querySelectorAll('.review-row')
    expect(rows[0]?.className).not.toContain('repeats')
    expect(rows[1]?.className).toContain('repeats')
    await screen.hit('j')
    expect(screen.text('.repetition__other')).toContain('Show it')
    const [first] = screen.services.project.pairs
    const repeats = screen.services.project.pairs.filter(
      ({ pair, key }) => pair.instruction === first?.pair.instruction && key !== first.key && pair.decision !== 'drop',
    )
    await press(find(screen.box, 'button', 'Keep only the first'))
    expect(screen.asked('decide')).toEqual([[{ keys: repeats.map(({ key }) => key) }, 'drop']])
    await press(find(screen.box, '.repetition__other button', 'Show it'))
    expect(screen.selected()).toBe(first?.key)
  })

  it('REVIEW18: a check that points at the passage marks the place, and leads there by C or a press', async () => {
    const screen = await open('show=failed')
    const [failed] = screen.services.project.pairs.filter(({ pair }) => pair.state === 'failed')
    const check = failed?.pair.checks.find(({ name }) => name === 'language')
    const [range] = check?.ranges ?? []
    const { start = 0 } = failed?.pair.passage ?? {}
    const text = screen.services.project.texts.get(failed?.document ?? 0) ?? ''
    const pointed = text.slice(start + (range?.start ?? 0), start + (range?.end ?? 0))
    expect(screen.text('.passage-flag--fail')).toBe(pointed)
    expect(screen.box.querySelector('[data-lit]')).toBeNull()
    await screen.hit('c')
    await screen.hit('c')
    expect(screen.box.querySelector('[data-lit]')?.textContent).toBe(pointed)
    expect(screen.box.querySelectorAll('.pair-check__place[aria-pressed=true]')).toHaveLength(1)
  })

  it('REVIEW19: W plans the passage anew with the same recipe and model; what rules wrote says why not', async () => {
    const screen = await open()
    expect(screen.text('.again__why')).toContain('come from rules')
    expect(find(screen.box, 'button', 'Write it again')).toHaveProperty('disabled', true)
    await screen.hit('j')
    await screen.hit('w')
    await press(find(document.body, 'dialog button', 'Write again'))
    const pair = screen.services.project.pairs.find(({ key }) => key === screen.selected())
    expect(screen.asked('startRun')).toMatchObject([
      [
        {
          synthesizer: 'chat',
          model: 'qwen2.5-7b',
          recipe: 'reading-comprehension',
          seed: 2,
          places: [{ document: pair?.document, start: pair?.pair.passage.start }],
        },
      ],
    ])
    // The run is done: what becomes of the old pair is asked where it stood.
    await settle(30)
    expect(screen.text('.review__list')).toContain('new pairs')
    expect(screen.asked('decide')).toEqual([])
    await press(find(screen.box, '.bulk--asking button', 'Drop 1'))
    expect(screen.asked('decide')).toEqual([[{ keys: [pair?.key] }, 'drop']])
    await press(find(screen.box, '.bulk--asking button', 'Close'))
  })

  it('REVIEW20: A lets the model answer beside the old response; taking it is an edit', async () => {
    const edit = vi.fn(() => Promise.resolve())
    const screen = await open('', { ...READY, commands: { edit } })
    const key = screen.selected()
    const instruction = screen.services.project.pairs.find(pair => pair.key === key)?.pair.instruction
    await screen.hit('a')
    expect(screen.asked('answerAgain')).toHaveLength(1)
    const sides = [...screen.box.querySelectorAll('.again__sides .pair-field')].map(side => side.textContent)
    expect(sides[0]).toContain('Pine resin coated the glass')
    expect(sides[1]).toContain('Because pine resin blackened the glass')
    expect(edit).not.toHaveBeenCalled()
    await press(find(screen.box, 'button', 'Take the new one'))
    expect(edit).toHaveBeenCalledWith(key, instruction, 'Because pine resin blackened the glass within an hour.')
  })

  it('REVIEW20: without a model it says so and offers Models', async () => {
    const screen = await open()
    await screen.hit('a')
    expect(screen.text('.again')).toContain('No model is loaded')
    expect(screen.asked('answerAgain')).toEqual([])
    await press(find(screen.box, '.again button', 'Go to Models'))
    expect(screen.asked('go').at(-1)).toEqual(['models', undefined])
  })

  it('REVIEW21: words selected in the passage become the evidence of a pair of one’s own', async () => {
    const screen = await open()
    const block = screen.box.querySelector('[data-passage] .passage-prose')
    const words = block?.firstChild
    if (block === null || words == null) throw new RangeError('no passage')
    await act(async () => {
      const range = document.createRange()
      range.setStart(words, 0)
      range.setEnd(words, 14)
      document.getSelection()?.removeAllRanges()
      document.getSelection()?.addRange(range)
      document.dispatchEvent(new Event('selectionchange'))
    })
    await press(find(screen.box, '.passage__selected button', 'Write a pair'))
    expect(screen.text('.own-pair__quote')).toBe('“Coal braziers”')
    const [instruction] = screen.box.querySelectorAll<HTMLTextAreaElement>('.own-pair textarea')
    if (instruction === undefined) throw new RangeError('no form')
    await write(instruction, 'What stood on the towers?')
    await press(find(screen.box, '.own-pair button', 'Save and keep'))
    const pair = screen.services.project.pairs.find(({ key }) => key === screen.selected())
    const from = Number(block.getAttribute('data-from'))
    expect(screen.asked('addPair')).toMatchObject([
      [
        {
          document: pair?.document,
          instruction: 'What stood on the towers?',
          response: 'Coal braziers',
          needsPassage: false,
          quote: { start: from, end: from + 13 },
        },
      ],
    ])
  })

  it('REVIEW21: by keys alone, sentences are chosen; words stay with their passage', async () => {
    const screen = await open()
    await screen.hit('n')
    expect(document.activeElement?.tagName).toBe('TEXTAREA')
    expect(screen.text('.own-pair__quote')).toContain('its resin coated the glass')
    const [instruction] = screen.box.querySelectorAll<HTMLTextAreaElement>('.own-pair textarea')
    if (instruction === undefined) throw new RangeError('no form')
    await write(instruction, 'Half a question')
    await screen.hit('Escape')
    expect(screen.box.querySelector('.own-pair')).toBeNull()
    await screen.hit('n')
    expect(screen.box.querySelector<HTMLTextAreaElement>('.own-pair textarea')?.value).toBe('Half a question')
  })

  it.each('f g o c w a n m k d e u z j /'.split(' '))(
    'REVIEW22: the key %s does something here, and is listed',
    async key => {
      const listed = REVIEW_KEYS.keys.flatMap(({ keys }) => keys.map(name => name.toLowerCase()))
      expect(listed).toContain(key)
      await open('', READY)
      const pressed = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
      await act(async () => {
        document.body.dispatchEvent(pressed)
      })
      expect(pressed.defaultPrevented).toBe(true)
    },
  )

  it('REVIEW12: whoever only follows can change none of this', async () => {
    const screen = await open('', { session: { role: 'follower' } })
    const buttons = [...screen.box.querySelectorAll<HTMLButtonElement>('.again__acts button')]
    expect(buttons.length).toBe(3)
    expect(buttons.every(button => button.disabled)).toBe(true)
  })
})

describe('Coverage', () => {
  it('COVER6: M shows the map of the document; arrow keys move through its passages, and one opens', async () => {
    const screen = await open()
    await screen.hit('m')
    expect(screen.params().get('map')).toBe('1')
    await settle(50)
    const cells = [...screen.box.querySelectorAll<HTMLButtonElement>('.coverage-grid .coverage-cell')]
    expect(cells.map(cell => cell.tabIndex)).toEqual([0, -1, -1])
    expect(cells[0]?.getAttribute('aria-label')).toContain('not written yet')
    expect(cells[1]?.getAttribute('aria-label')).toMatch(/Passage 2: \d+ usable pairs/)
    cells[0]?.focus()
    await screen.hit('ArrowRight')
    expect(document.activeElement).toBe(cells[1])
    await press(find(screen.box, '[data-at="1"]', ''))
    expect(screen.text('.coverage__side')).toContain('Passage 2 of 3')
    expect(screen.text('.coverage__side')).toContain('Coal braziers stood on the oldest towers.')
  })

  it('COVER7: topping up starts a run over the thin passages of the section', async () => {
    const screen = await open('map=1')
    await settle(30)
    await press(find(screen.box, '.coverage__section button', 'Top up'))
    expect(document.querySelector('dialog')?.textContent).toContain('1 passage will be written.')
    await press(find(document.body, 'dialog button', 'Write 1 passage'))
    await settle(30)
    expect(screen.asked('startRun')).toMatchObject([
      [{ synthesizer: 'rules', documents: [1], places: [{ document: 1, start: 0 }] }],
    ])
  })

  it('COVER6: a document that is gone is said to be gone', async () => {
    const screen = await open('map=77')
    await settle(30)
    expect(screen.box.textContent).toContain('This document is not here')
  })
})
