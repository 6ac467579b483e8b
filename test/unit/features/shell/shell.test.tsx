// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { Problem } from '#core/problem'
import type { Session } from '#features/session'
import { Shell } from '#features/shell/shell'
import { actsFor } from '#features/shell/trouble-page'
import { fakeRun } from '#test/screens/fake-data'
import { type FakeOptions, fakeServices } from '#test/screens/fake-services'
import { find, press, renderOn } from '#test/screens/render'

const SCREENS = {
  sources: 'the sources',
  write: 'the writing',
  review: 'the review',
  export: 'the export',
  corpus: 'the pre-training text',
  evaluate: 'the evaluation',
  models: 'the models',
  storage: 'the storage',
}

async function draw(options: FakeOptions = {}, screens: Partial<Record<keyof typeof SCREENS, React.ReactNode>> = {}) {
  const commands: [string, readonly unknown[]][] = []
  const services = fakeServices({ ...options, onCommand: (name, args) => commands.push([name, args]) })
  const host = await renderOn(
    services,
    <Shell
      screens={{ ...SCREENS, ...screens }}
      privacy={close => <button onClick={close}>the proof</button>}
      keys={[{ title: { en: 'Review', zh: '审阅' }, keys: [{ keys: ['mod+z'], does: { en: 'Undo', zh: '撤销' } }] }]}
    />,
  )
  return { host, services, commands, named: (name: string) => commands.filter(([one]) => one === name) }
}

const RUN = {
  run: fakeRun({ status: 'running', total: 1_080, done: 410, failed: 2 }),
  itemsPerSecond: 38.4,
  pairsPerSecond: 100,
  msLeft: 4_320_000,
  tokensPerSecond: null,
  reasons: {},
}

describe('steps', () => {
  it('carry their counts, and none where there is nothing to count', async () => {
    const { host } = await draw({ session: { counts: { sources: 12, toReview: 1_312, exportable: 0, pairs: 1_400 } } })
    const nav = host.querySelector('.side-nav') ?? expect.fail()
    expect(find(nav, 'a', 'Sources').textContent).toBe('Sources12 ')
    expect(find(nav, 'a', 'Review').textContent).toBe('Review1,312 to review')
    expect(find(nav, 'a', 'Export').textContent).toBe('Export')
    expect(find(nav, 'a', 'Sources').getAttribute('aria-current')).toBe('page')
  })

  it('move between screens without a load, and leave new tabs to the browser', async () => {
    const { host, named } = await draw()
    const link = find(host, '.side-nav a', 'Review')
    expect(link.getAttribute('href')).toBe('#/review')
    await act(async () =>
      link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true })),
    )
    expect(named('go')).toHaveLength(0)
    await press(link)
    expect(host.querySelector('main')?.textContent).toBe('the review')
  })

  it('answer to digits', async () => {
    const { host } = await draw()
    await act(async () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '4', bubbles: true })))
    expect(host.querySelector('main')?.textContent).toBe('the export')
  })

  it('say so when the address names no screen', async () => {
    const { host } = await draw({ session: { route: { screen: 'nowhere', params: new URLSearchParams() } } })
    expect(host.querySelector('main')?.textContent).toContain('There is no such screen')
  })
})

describe('the run in one line', () => {
  it('shows place, speed and time left, and pauses', async () => {
    const { host, named } = await draw({ session: { run: RUN } })
    const line = host.querySelector('.run-line') ?? expect.fail()
    expect(line.textContent).toContain('412 of 1,080 · 38 passages/s · 1 h 12 min left')
    await press(find(line, 'button', 'Pause'))
    expect(named('pauseRun')).toEqual([['pauseRun', [1]]])
  })

  it('resumes, and tells why it stopped', async () => {
    const run = { ...RUN.run, status: 'paused' as const, problem: { kind: 'quota-full' } as const }
    const { host, named } = await draw({ session: { run: { ...RUN, run } } })
    expect(host.querySelector('.run-line [title]')?.getAttribute('title')).toContain('no room left')
    await press(find(host, '.run-line button', 'Resume'))
    expect(named('resumeRun')).toHaveLength(1)
  })

  it('claims no speed before it was measured', async () => {
    const { host } = await draw({ session: { run: { ...RUN, itemsPerSecond: null, msLeft: null } } })
    expect(host.querySelector('.run-line')?.textContent).toContain('measuring speed')
    expect(host.querySelector('.run-line')?.textContent).not.toContain('left')
  })

  it('a run by a model goes by pairs, and by tokens until there is one', async () => {
    const { request } = fakeRun()
    const run = { ...RUN.run, request: { ...request, engine: 'webllm', model: 'a' } }
    const slow = { ...RUN, run, itemsPerSecond: 0.07, pairsPerSecond: 0.2104, tokensPerSecond: 38.23 }
    const written = await draw({ session: { run: slow } })
    expect(written.host.querySelector('.run-line')?.textContent).toContain(' · 13 pairs/min · 1 h 12 min left')
    const first = await draw({ session: { run: { ...slow, pairsPerSecond: 0, msLeft: null } } })
    expect(first.host.querySelector('.run-line')?.textContent).toContain(' · 38 tokens/s')
    const none = await draw({ session: { run: { ...slow, pairsPerSecond: null, tokensPerSecond: null } } })
    expect(none.host.querySelector('.run-line')?.textContent).toContain('measuring speed')
  })

  it('is gone when the run is done', async () => {
    const { host } = await draw({ session: { run: { ...RUN, run: fakeRun() } } })
    expect(host.querySelector('.run-line')).toBeNull()
  })

  it('offers nothing to a tab that only reads', async () => {
    const { host } = await draw({ session: { run: RUN, role: 'follower' } })
    expect(host.querySelector('.run-line button')).toBeNull()
  })
})

describe('another tab', () => {
  it('is told of, and taken over from', async () => {
    const { host, named } = await draw({ session: { role: 'follower' } })
    await press(find(host, 'button', 'Run here instead'))
    expect(named('runHere')).toHaveLength(1)
  })

  it('is not mentioned before the project is open', async () => {
    const { host } = await draw({ session: { role: 'follower', phase: 'opening' } })
    expect(host.textContent).not.toContain('Another tab')
  })
})

describe('reading files', () => {
  it('is shown on every screen, with a way out', async () => {
    const ingest = { file: 3, files: 12, name: 'a.pdf', bytes: 5, totalBytes: 20, documents: 7, passages: 9 }
    const { host, named } = await draw({
      session: { ingest, route: { screen: 'review', params: new URLSearchParams() } },
    })
    expect(host.querySelector('.ingest-line')?.textContent).toContain('Reading 3 of 12')
    expect(host.querySelector('.ingest-line [role=progressbar]')?.getAttribute('aria-valuenow')).toBe('25')
    await press(find(host, '.ingest-line button', 'Cancel'))
    expect(named('cancelIngest')).toHaveLength(1)
  })
})

describe('messages', () => {
  it('offer undo where there is something to undo', async () => {
    const { host, named } = await draw({
      session: {
        notices: [
          { id: 1, tone: 'done', text: '38 pairs dropped', undo: true },
          { id: 2, tone: 'problem', text: 'No room', undo: false },
        ],
      },
    })
    const undos = [...host.querySelectorAll('.ui-toast button')].filter(button => button.textContent === 'Undo')
    expect(undos).toHaveLength(1)
    await press(find(host, '.ui-toast button', 'Undo'))
    expect(named('undo')).toHaveLength(1)
    expect(host.querySelectorAll('.ui-toast')).toHaveLength(1)
  })
})

describe('trouble', () => {
  const KINDS: readonly Problem[] = [
    { kind: 'quota-full' },
    { kind: 'storage-unavailable', detail: 'SecurityError' },
    { kind: 'storage-cleared' },
    { kind: 'newer-database', version: 2 },
    { kind: 'updated-elsewhere' },
    { kind: 'blocked-by-other-tab' },
    { kind: 'lost-lock' },
    { kind: 'unexpected', detail: 'TypeError: x' },
  ]

  it.each(KINDS)('$kind takes the whole page and says what is safe', async trouble => {
    const { host } = await draw({ session: { phase: 'trouble', trouble } })
    expect(host.querySelector('main')?.textContent).not.toContain('the sources')
    expect(host.querySelector('.side-nav')).toBeNull()
    expect(host.querySelector('main h1')?.textContent).not.toBe('')
    expect(host.querySelector('.trouble__safe')?.textContent).not.toBe('')
    expect(find(host, 'button', 'Copy diagnostics')).toBeDefined()
  })

  it('offers a backup before an empty project, and never deleting', () => {
    expect(actsFor({ kind: 'storage-cleared' })).toEqual(['restore', 'fresh'])
    expect(actsFor({ kind: 'updated-elsewhere' })).toEqual(['reload'])
  })

  it('restores the file that was chosen', async () => {
    const restore = vi.fn(async () => undefined)
    const { host } = await draw({
      session: { phase: 'trouble', trouble: { kind: 'storage-cleared' } },
      commands: { restore },
    })
    const input = host.querySelector<HTMLInputElement>('main input[type=file]') ?? expect.fail()
    const file = new File(['x'], 'backup.pairloom')
    Object.defineProperty(input, 'files', { value: [file] })
    await act(async () => input.dispatchEvent(new Event('change', { bubbles: true })))
    expect(restore).toHaveBeenCalledWith(file, expect.any(AbortSignal), expect.any(Function))
  })
})

describe('a screen that breaks', () => {
  function Breaks(): never {
    throw new TypeError('no such thing')
  }

  it('takes nothing else with it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { host, named } = await draw({}, { sources: <Breaks /> })
    expect(host.querySelector('main')?.textContent).toContain('This screen stopped working')
    await press(find(host, 'button', 'Copy the details'))
    expect(String(named('copyText')[0]?.[1][0])).toContain('TypeError: no such thing')
    await press(find(host, '.side-nav a', 'Review'))
    expect(host.querySelector('main')?.textContent).toBe('the review')
  })
})

describe('the frame', () => {
  it('speaks Chinese throughout when asked to', async () => {
    const { host } = await draw()
    await press(find(host, 'button', '切换到中文'))
    expect(document.documentElement.lang).toBe('zh-CN')
    expect([...host.querySelectorAll('.side-nav a')].map(link => link.querySelector('span')?.textContent)).toEqual([
      '来源',
      '生成',
      '审阅',
      '导出',
      '预训练文本',
      '评估',
      '模型',
      '存储',
    ])
  })

  it('sets the theme on the root, and takes it away to follow the system', async () => {
    const { services } = await draw({ session: { theme: 'dark' } })
    expect(document.documentElement.dataset['theme']).toBe('dark')
    await act(async () => services.session.setState({ theme: 'system' }))
    expect('theme' in document.documentElement.dataset).toBe(false)
  })

  it('shows the projects once there are two', async () => {
    const one = { id: 'p1', name: 'First' }
    const { host, services } = await draw({ session: { project: one, projects: [one] } })
    expect(host.querySelector('.top-bar__project')).toBeNull()
    await act(async () => services.session.setState({ projects: [one, { id: 'p2', name: 'Second' }] }))
    expect(host.querySelector('.top-bar__project')?.textContent).toBe('First')
  })

  it('opens the privacy panel and the list of keys', async () => {
    const { host } = await draw()
    await press(find(host, 'button', 'See why'))
    expect(host.textContent).toContain('the proof')
    await press(find(host, 'button', 'the proof'))
    await act(async () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true })))
    const keys = host.querySelector('dialog') ?? expect.fail()
    expect(keys.textContent).toContain('Go to Review')
    expect([...keys.querySelectorAll('kbd')].map(key => key.textContent)).toEqual(
      expect.arrayContaining(['?', 'Esc', 'Ctrl V', 'Ctrl Z']),
    )
  })

  it('lets the keyboard skip to the content', async () => {
    const { host } = await draw()
    await press(find(host, 'a', 'Skip to the content'))
    expect(document.activeElement).toBe(host.querySelector('main'))
  })

  it('waits in words while the project opens', async () => {
    const session: Partial<Session> = { phase: 'opening' }
    const { host } = await draw({ session })
    expect(host.querySelector('main')?.textContent).toBe('Opening the project …')
  })
})
