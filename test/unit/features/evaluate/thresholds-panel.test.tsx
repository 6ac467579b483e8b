// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { ProblemError } from '#core/problem'
import { DEFAULT_THRESHOLDS, type Thresholds } from '#core/verification/thresholds'
import type { Commands } from '#features/services'
import type { JudgingResult } from '#messages/judging'
import { fakeSample } from '#test/screens/evaluate-states'
import { find, press, settle, write } from '#test/screens/render'
import { drawEvaluate } from './draw-evaluate'

const RESULT: JudgingResult = {
  pairs: 400,
  moves: [{ from: 'ready', to: 'unsure', count: 12 }],
  checks: [
    { check: 'evidence', before: 30, after: 42 },
    { check: 'language', before: 3, after: 3 },
  ],
}

type Judge = Commands['previewJudging']

const judged = () => vi.fn<Judge>(() => Promise.resolve(RESULT))

/** One that goes on until it is stopped. */
const endless = () =>
  vi.fn<Judge>((_thresholds, signal, progress) => {
    progress({ done: 100, total: 400 })
    return new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(new ProblemError({ kind: 'cancelled' })))
    })
  })

async function open(commands: Partial<Commands> = {}, more = {}) {
  const screen = await drawEvaluate({ pairs: 400, commands, ...more })
  const field = (name: string): HTMLInputElement => {
    const label = find(screen.box, '.thresholds__fields label', name)
    return screen.box.querySelector<HTMLInputElement>(`[id="${label.getAttribute('for') ?? ''}"]`) ?? expect.fail()
  }
  return { ...screen, field, button: (words: string) => find(screen.box, '.thresholds__acts button', words) }
}

const changed: Thresholds = { ...DEFAULT_THRESHOLDS, aligned: 0.7 }

describe('the thresholds’ panel', () => {
  it('EVALVIEW9: shows what holds, and what would change before anything is stored', async () => {
    const [previewJudging, judgeAnew] = [judged(), judged()]
    const screen = await open({ previewJudging, judgeAnew })
    expect(screen.field('Aligned from').value).toBe(String(DEFAULT_THRESHOLDS.aligned))
    await write(screen.field('Aligned from'), '0,7')
    await press(screen.button('See what would change'))
    expect(previewJudging.mock.calls[0]?.[0]).toEqual(changed)
    expect(judgeAnew).not.toHaveBeenCalled()
    const told = screen.text('.thresholds__told')
    expect(told).toContain('Would change their state')
    expect(told).toContain('ready → unsure: 12 pairs')
    expect([...screen.box.querySelectorAll('.thresholds__told tbody tr')].map(row => row.textContent)).toEqual([
      'Evidence3042',
    ])
    await press(screen.button('Judge 400 pairs anew'))
    expect(judgeAnew.mock.calls[0]?.[0]).toEqual(changed)
    expect(screen.text('.thresholds__told')).toContain('400 pairs judged anew.')
  })

  it('EVALVIEW9: a trial holds only for the values that it was made by', async () => {
    const screen = await open({ previewJudging: judged() })
    await press(screen.button('See what would change'))
    expect(screen.button('Judge 400 pairs anew')).toBeDefined()
    await write(screen.field('Grounded from'), '0.9')
    expect(screen.box.querySelector('.thresholds__told')).toBeNull()
    expect(screen.button('See what would change')).toBeDefined()
    await press(screen.button('Back to what holds'))
    expect(screen.field('Grounded from').value).toBe('0.5')
  })

  it('EVALVIEW9: shows progress, can be stopped, and says what that leaves', async () => {
    const screen = await open({ previewJudging: endless() })
    await press(screen.button('See what would change'))
    expect(screen.text('.thresholds__acts')).toContain('100 of 400')
    expect(screen.box.querySelector('.thresholds__acts [role=progressbar]')?.getAttribute('aria-valuenow')).toBe('25')
    await press(screen.button('Stop'))
    await settle()
    expect(screen.text('.thresholds')).toContain('Stopped. Nothing was changed.')

    const half = await open({ previewJudging: judged(), judgeAnew: endless() })
    await press(half.button('See what would change'))
    await press(half.button('Judge 400 pairs anew'))
    await press(half.button('Stop'))
    await settle()
    expect(half.text('.thresholds')).toContain('Some pairs are judged anew, the rest is not')
  })

  it('EVALVIEW9: says at its field what cannot be, and what went wrong', async () => {
    const previewJudging = vi.fn<Judge>(() => Promise.reject(new ProblemError({ kind: 'quota-full' })))
    const screen = await open({ previewJudging })
    await write(screen.field('Aligned from'), '1.5')
    expect(screen.text('.thresholds__fields .ui-field__problem')).toBe('A number from 0 to 1.')
    expect(screen.button('See what would change').hasAttribute('disabled')).toBe(true)
    await write(screen.field('Aligned from'), '0.7')
    await write(screen.field('Pairs of a task'), '0')
    expect(screen.text('.thresholds__fields .ui-field__problem')).toBe('A number from 1 on.')
    await write(screen.field('Pairs of a task'), '3')
    await press(screen.button('See what would change'))
    expect(screen.text('.thresholds [role=alert]')).not.toBe('')
  })

  it('EVALVIEW10: says what the marks say of each check, and what is missing', async () => {
    const none = await open()
    expect(none.text('.thresholds__proposals')).toContain('Once you have marked failed pairs')
    const screen = await open({}, { prepare: addSample })
    expect(screen.text('.thresholds__proposals')).toMatch(/“numbers” is fine: only \d+ of the \d+ marked pairs/u)
  })

  it('EVALVIEW10: a proposed cut can be taken over', async () => {
    const screen = await open({}, { prepare: addScores })
    expect(screen.text('.thresholds__proposals')).toContain('Aligned from 0.5 would part right from wrong best')
    await press(find(screen.box, '.thresholds__proposals button', 'Use 0.5'))
    expect(screen.field('Aligned from').value).toBe('0.5')
  })

  it('EVALVIEW7: whoever only follows changes nothing', async () => {
    const screen = await open({}, { session: { role: 'follower' } })
    expect(screen.field('Aligned from').disabled).toBe(true)
    expect(screen.button('See what would change').hasAttribute('disabled')).toBe(true)
  })
})

type Project = Parameters<typeof fakeSample>[0]

function addSample(project: Project): void {
  project.samples.unshift(fakeSample(project, 30))
}

/** Twenty marked pairs with a score of the evidence each: right ones high, wrong ones low. */
function addScores(project: Project): void {
  const sample = fakeSample(project, 30)
  const entries = sample.entries.map((entry, place) => {
    const right = place % 2 === 0
    const at = project.pairs.findIndex(({ key }) => key === entry.key)
    const stored = project.pairs[at]
    if (stored !== undefined) {
      const score = { name: 'evidence', result: 'pass', reason: 'found', score: right ? 0.8 : 0.2 } as const
      project.pairs[at] = { ...stored, pair: { ...stored.pair, checks: [score] } }
    }
    return { ...entry, verdict: right ? ('right' as const) : ('wrong' as const) }
  })
  project.samples.unshift({ ...sample, entries })
}
