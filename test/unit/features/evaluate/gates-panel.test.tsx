// @vitest-environment happy-dom
import { act, createElement } from 'react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { GatesPanel } from '#features/evaluate/gates-panel'
import { dismissJudging } from '#features/evaluate/gate-job'
import type { GateAsk, GateProgress, GateResult } from '#messages/gates'
import { ProblemError } from '#core/problem'
import { fakeServices, type FakeOptions } from '#test/screens/fake-services'
import { FIT, GATES_STATES, YES_TO_ALL } from '#test/screens/gates-states'
import { find, press, renderOn, settle, write } from '#test/screens/render'

const AFTER_REST = 300

async function open(state: string, more: FakeOptions = {}) {
  const told: [name: string, args: readonly unknown[]][] = []
  const options = GATES_STATES[state] ?? {}
  const services = fakeServices({
    ...options,
    ...more,
    session: { ...options.session, ...more.session },
    commands: { ...options.commands, ...more.commands },
    onCommand: (name, args) => told.push([name, args]),
  })
  onTestFinished(() => act(() => dismissJudging()))
  const box = await renderOn(services, createElement(GatesPanel))
  await settle(AFTER_REST)
  const start = (): Promise<void> => press(find(box, '.gates-start button', /Judge|开始判断/u))
  return { box, told, services, start, text: () => box.textContent }
}

/** A judge whose progress and end the test decides. */
function byHand() {
  const asks: (GateAsk & { anyway: boolean })[] = []
  const held: { progress: (value: GateProgress) => void; end: (result: GateResult) => void; signal: AbortSignal }[] = []
  const judgeByModel: NonNullable<FakeOptions['commands']>['judgeByModel'] = (ask, signal, progress) => {
    asks.push(ask)
    return new Promise(end => held.push({ progress, end, signal }))
  }
  return { asks, judgeByModel, now: () => held.at(-1) ?? expect.fail('not asked') }
}

const PROGRESS: GateProgress = {
  phase: 'judging',
  done: 3,
  total: 9,
  msLeft: 61_000,
  yes: 2,
  no: 1,
  unclear: 0,
  moved: 1,
  measure: FIT,
}

describe('checks by a model', () => {
  it('EVALGATE1: each gate says what it asks, for how many pairs, how long, and where that figure comes from', async () => {
    const { box } = await open('gates-loaded')
    const gates = [...box.querySelectorAll('.gates label')].map(label => label.textContent)
    expect(gates[0]).toMatch(/^Stands alone.*\?.*41 pairs, about 21 sby its measured speed$/u)
    expect(gates[1]).toMatch(/^Grounded.*300 pairs, about 12 min; 12 judged before.*by the pairs that it judged$/u)
    expect(gates[2]).toMatch(/^Round trip.*300 pairs, about 1 h 12 min/u)
    const zh = await open('gates-loaded', { session: { locale: 'zh' } })
    expect(zh.text()).toContain('300 对，约需 12 分；此前已判断 12 对')
  })

  it('EVALGATE2: judges what was chosen, and as many as were asked for', async () => {
    const hand = byHand()
    const { box, start } = await open('gates-loaded', { commands: { judgeByModel: hand.judgeByModel } })
    await press(find(box, '.gates label', 'Round trip'))
    await press(find(box, '.ui-segmented label', 'In doubt'))
    const field = box.querySelector<HTMLInputElement>('.gates-which .ui-input') ?? expect.fail()
    await write(field, 'ten')
    expect(box.textContent).toContain('A whole number from 1')
    expect(find(box, '.gates-start button', 'Judge').hasAttribute('disabled')).toBe(true)
    await write(field, '50')
    await start()
    expect(hand.asks).toEqual([{ gate: 'round-trip', scope: 'unsure', limit: 50, anyway: false }])
    await act(async () => hand.now().end({ ...PROGRESS, judge: 'm', ended: 'done', problem: null }))
  })

  it('EVALGATE3: what is missing is said, with what helps', async () => {
    const empty = await open('gates-empty')
    await press(find(empty.box, 'button', 'Write pairs'))
    expect(empty.told).toContainEqual(['go', ['write', undefined]])
    const bare = await open('gates-no-model')
    expect(bare.text()).toContain('No model is loaded')
    expect(bare.text()).toContain('300 pairs')
    expect(bare.text()).not.toContain('about')
    await press(find(bare.box, 'button', 'Choose a model'))
    expect(bare.told).toContainEqual(['go', ['models', undefined]])
    const follower = await open('gates-follower')
    expect(follower.text()).toContain('only read')
    for (const { box } of [bare, follower]) {
      expect(find(box, '.gates-start button', 'Judge').hasAttribute('disabled')).toBe(true)
    }
  })

  it('EVALGATE4: progress, time left and yield stand there; Stop ends it and keeps what was judged', async () => {
    const hand = byHand()
    const { box, start, text } = await open('gates-loaded', { commands: { judgeByModel: hand.judgeByModel } })
    await start()
    await act(async () => hand.now().progress({ ...PROGRESS, phase: 'measuring', measure: null }))
    expect(text()).toContain('Trying the judge on known pairs: 3 of 9')
    await act(async () => hand.now().progress(PROGRESS))
    expect(text()).toContain('3 of 9 pairs')
    expect(text()).toContain('1 min left')
    expect(box.querySelector('.gate-yield')?.textContent).toBe('2yes1no0unclear1 pair changed their state')
    expect(box.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('33')
    await press(find(box, 'button', 'Stop'))
    expect(hand.now().signal.aborted).toBe(true)
    await act(async () => hand.now().end({ ...PROGRESS, judge: 'm', ended: 'cancelled', problem: null }))
    expect(text()).toContain('Stopped. What was judged is kept')
  })

  it('EVALGATE4: it goes on while another screen is looked at, and shows in no other project', async () => {
    const hand = byHand()
    const first = await open('gates-loaded', { commands: { judgeByModel: hand.judgeByModel } })
    await first.start()
    await act(async () => hand.now().progress(PROGRESS))
    const again = await renderOn(first.services, createElement(GatesPanel))
    expect(again.textContent).toContain('3 of 9 pairs')
    expect(hand.now().signal.aborted).toBe(false)
    const other = await open('gates-loaded', { session: { project: { id: 'p2', name: 'Other' } } })
    expect(other.text()).not.toContain('3 of 9 pairs')
    await act(async () => hand.now().end({ ...PROGRESS, judge: 'm', ended: 'done', problem: null }))
  })

  it('EVALGATE5: both rates with their intervals, and what the judge notices', async () => {
    const { box, start, told } = await open('gates-done')
    await start()
    const measure = box.querySelector('.measure')?.textContent ?? ''
    expect(measure).toContain('Noticed 19 of 22 planted faults95 % interval 67% to 95%')
    expect(measure).toContain('Passed 8 of 8 right pairs95 % interval 68% to 100%')
    expect(measure).toContain('number changed6 of 7')
    expect(measure).toContain('of which you kept 5')
    await press(find(box, 'button', 'Look at what failed'))
    expect(told).toContainEqual(['go', ['review', { show: 'failed' }]])
  })

  it('EVALGATE6: a judge that says yes to all changed nothing; its words count as doubts where that is asked for', async () => {
    const judge = vi.fn(GATES_STATES['gates-unfit']?.commands?.judgeByModel ?? expect.fail())
    const { box, start, text, told } = await open('gates-unfit', { commands: { judgeByModel: judge } })
    await start()
    expect(text()).toContain('Qwen2.5 1.5B Instruct cannot judge this')
    expect(text()).toContain('It said yes to everything')
    expect(text()).toContain('Nothing was changed')
    expect(box.querySelector('.gate-yield')).toBeNull()
    await press(find(box, '.ui-notice button', 'Choose a model'))
    expect(told).toContainEqual(['go', ['models', undefined]])
    await press(find(box, 'button', 'as doubts'))
    expect(judge.mock.lastCall?.[0]).toMatchObject({ anyway: true })
    expect(text()).toContain('each of its words is a doubt and decides nothing')
    await press(find(box, 'button', 'Look at what is in doubt'))
    expect(told).toContainEqual(['go', ['review', {}]])
  })

  it('EVALGATE6: too few known pairs are told from a judge that cannot judge', async () => {
    const none = {
      ...YES_TO_ALL,
      right: { count: 0, total: 0, low: 0, high: 1 },
      wrong: { count: 0, total: 0, low: 0, high: 1 },
      kinds: [],
    }
    const { start, text } = await open('gates-loaded', {
      commands: {
        judgeByModel: async () => ({ ...PROGRESS, judge: 'm', ended: 'unfit', problem: null, measure: none }),
      },
    })
    await start()
    expect(text()).toContain('There is no pair yet that it could be tried on')
  })

  it('EVALGATE7: a fault says what happened, what is kept and what to do', async () => {
    const failed = await open('gates-failed')
    await failed.start()
    expect(failed.text()).toContain('The graphics processor stopped answering')
    expect(failed.text()).toContain('What was judged until then is kept. Load the model again')
    await press(find(failed.box, 'button', 'Put away'))
    expect(failed.box.querySelector('.gate-outcome')).toBeNull()
    const refused = await open('gates-loaded', {
      commands: { judgeByModel: () => Promise.reject(new ProblemError({ kind: 'run-active', run: 'r' })) },
    })
    await refused.start()
    expect(refused.text()).toContain('A run is at work')
  })
})
