// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { fakeSample } from '#test/screens/evaluate-states'
import type { FakeProject } from '#test/screens/fake-data'
import { find, press, settle } from '#test/screens/render'
import { drawEvaluate } from './draw-evaluate'

const checked =
  (marks: number, more = {}) =>
  (project: FakeProject): void => {
    project.samples.unshift(fakeSample(project, marks, { id: 'check-1', ...more }))
  }
const only =
  (...states: readonly string[]) =>
  (project: FakeProject): void => {
    project.pairs.splice(0, project.pairs.length, ...project.pairs.filter(({ pair }) => states.includes(pair.state)))
  }

describe('the blind check’s panel', () => {
  it('EVALVIEW1: shows the figure, its interval and what it rests on', async () => {
    const screen = await drawEvaluate({ pairs: 400, prepare: checked(30) })
    expect(screen.text('.blind-figure__share')).toMatch(/^\d+ %$/u)
    expect(screen.text('.blind-figure__line')).toMatch(/^\d+ pairs · \d+ checked blind · \d+ right · \d+–\d+ %$/u)
    expect(screen.text('.blind-figure')).toContain('Drawn by seed 1')
    expect(screen.text('.blind-figure')).toContain('could not be told')
    expect(screen.box.querySelector('.blind-figure .ui-notice')).toBeNull()
    expect(screen.text('.blind-rejects')).toMatch(/Of \d+ failed pairs? that you marked/u)
  })

  it('EVALVIEW1: says what the figure is void for', async () => {
    const screen = await drawEvaluate({ pairs: 400, prepare: checked(30, { written: { '1': 9_000 } }) })
    expect(screen.text('.blind-figure .ui-notice')).toContain('Void for 480 pairs written after it')
    // Earlier marks do not count for those, so the interval is that of the new ones alone.
    expect(screen.text('.blind-next')).toMatch(/the figure will be \d+–\d+ % and cover all pairs/u)
  })

  it('EVALVIEW1: marks of edited pairs are counted as lost', async () => {
    const screen = await drawEvaluate({
      pairs: 400,
      prepare: project => {
        checked(30)(project)
        const key = project.samples[0]?.entries.find(entry => entry.verdict === 'right')?.key
        const at = project.pairs.findIndex(one => one.key === key)
        const stored = project.pairs[at]
        if (stored !== undefined) project.pairs[at] = { ...stored, pair: { ...stored.pair, response: 'Mended.' } }
      },
    })
    expect(screen.text('.blind-figure')).toContain('1 mark no longer counts')
  })

  it('EVALVIEW2: says what a check draws from and brings, draws it by the next seed and opens it', async () => {
    const screen = await drawEvaluate({ pairs: 400 })
    expect(screen.text('.blind-figure')).toContain('Not measured yet')
    expect(screen.text('.blind-next')).toMatch(
      /If nine in ten are right, the figure will be 70–97 %\. 20 drawn from \d+/u,
    )
    await press(find(screen.box, '.blind-next button', 'Check 30'))
    await settle(30)
    expect(screen.sample()).toMatchObject({ seed: 1, written: { '1': 9480 } })
    const strata = screen.sample()?.entries.map(({ stratum }) => stratum) ?? []
    expect(strata).toHaveLength(30)
    expect(strata.filter(stratum => stratum === 'export')).toHaveLength(20)
    expect(screen.services.session.getState().route.params.get('check')).toBe(screen.sample()?.id)
    expect(screen.box.querySelector('.marking')).not.toBeNull()
  })

  it('EVALVIEW2: goes on with what is not finished, and another check shows other pairs', async () => {
    const open = await drawEvaluate({ pairs: 400, prepare: checked(12) })
    expect(open.text('.blind-next')).toContain('12 of 30 marked')
    await press(find(open.box, '.blind-next button', 'Go on marking'))
    expect(open.services.session.getState().route.params.get('check')).toBe('check-1')

    const done = await drawEvaluate({ pairs: 400, prepare: checked(30) })
    const before = new Set(done.sample()?.entries.map(({ key }) => key))
    await press(find(done.box, '.blind-next button', 'Check another 30'))
    await settle(30)
    expect(done.sample()?.seed).toBe(2)
    expect(done.sample()?.entries.filter(({ key }) => before.has(key))).toEqual([])
  })

  it('EVALVIEW8: says so without pairs, without failed ones, with unsure ones only, and with fewer than thirty', async () => {
    expect((await drawEvaluate({ pairs: 0 })).text('.blind-next')).toContain('There are no pairs to check yet.')
    const noneFailed = await drawEvaluate({ pairs: 400, prepare: only('ready', 'kept') })
    expect(noneFailed.text('.blind-next')).toContain('No pair failed a check')
    const unsure = await drawEvaluate({ pairs: 400, prepare: only('unsure') })
    expect(unsure.box.textContent).toContain('No pair is kept or ready')
    const few = await drawEvaluate({ pairs: 10 })
    const there = few.services.project.pairs.filter(({ pair }) => ['ready', 'kept', 'failed'].includes(pair.state))
    await press(find(few.box, '.blind-next button', `Check ${String(there.length)}`))
    await settle(30)
    expect(few.sample()?.entries).toHaveLength(there.length)
  })

  it('EVALVIEW8: says that every pair was shown', async () => {
    const screen = await drawEvaluate({
      pairs: 20,
      prepare: project => {
        only('ready', 'kept')(project)
        checked(30)(project)
      },
    })
    expect(screen.text('.blind-next')).toContain('Every pair was shown.')
    expect(screen.text('.blind-figure')).toMatch(/More than a tenth|Every pair that an export would take was marked/u)
  })

  it('EVALVIEW7: whoever only follows draws and deletes nothing', async () => {
    const screen = await drawEvaluate({ pairs: 400, prepare: checked(30), session: { role: 'follower' } })
    expect(find(screen.box, '.blind-next button', 'Check another').hasAttribute('disabled')).toBe(true)
    expect(find(screen.box, '.blind-samples button', 'Delete').hasAttribute('disabled')).toBe(true)
    expect(screen.text('.blind-next')).toContain('Another tab works on this project')
  })

  it('EVALVIEW1: a check is deleted only after it was asked back', async () => {
    const screen = await drawEvaluate({ pairs: 400, prepare: checked(30) })
    await press(find(screen.box, '.blind-samples button', 'Delete'))
    expect(screen.told('deleteSample')).toEqual([])
    await press(find(screen.box, '.blind-samples button', 'Delete it'))
    expect(screen.told('deleteSample')).toEqual([['check-1']])
    await settle(30)
    expect(screen.text('.blind-figure')).toContain('Not measured yet')
  })
})
