// @vitest-environment happy-dom
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DEFAULT_EXPORT_OPTIONS } from '#core/export/export-plan'
import { ProblemError } from '#core/problem'
import { exportJob } from '#features/export/export-job'
import type { Commands } from '#features/services'

let stage: ReturnType<typeof exportJob.useStage> = { at: 'idle' }
function Watch(): null {
  stage = exportJob.useStage()
  return null
}
const root = createRoot(document.createElement('div'))
root.render(createElement(Watch))

const COUNTS = { rows: 2, pairs: 2, splits: [], states: [], tasks: [], languages: [], withoutPassage: 0 }
type ExportTo = Commands['exportTo']

const drawn = (): Promise<void> => new Promise(done => setTimeout(done, 5))
const start = (exportTo: ExportTo): Promise<void> =>
  exportJob.start((signal, progress) => exportTo(DEFAULT_EXPORT_OPTIONS, signal, progress))
const run = async (exportTo: ExportTo): Promise<void> => {
  await start(exportTo)
  await drawn()
}

describe('the export at work', () => {
  afterEach(exportJob.dismiss)

  it('EXPORTVIEW4: shows its phases, then what was written', async () => {
    const seen: unknown[] = []
    await run(async (_options, _signal, progress) => {
      progress({ phase: 'write', rows: 1, total: 2 })
      await drawn()
      seen.push(stage)
      progress({ phase: 'check', rows: 2, total: 2 })
      await drawn()
      seen.push(stage)
      return { files: [], counts: COUNTS }
    })
    expect(seen).toEqual([
      { at: 'working', progress: { phase: 'write', rows: 1, total: 2 } },
      { at: 'working', progress: { phase: 'check', rows: 2, total: 2 } },
    ])
    expect(stage).toMatchObject({ at: 'done', result: { counts: COUNTS } })
  })

  it('EXPORTVIEW4: a save dialog that was closed changes nothing', async () => {
    await run(async () => ({ files: [], counts: COUNTS }))
    await run(async () => Promise.reject(new ProblemError({ kind: 'cancelled' })))
    expect(stage.at).toBe('done')
  })

  it('EXPORTVIEW4: says so when the person cancelled, and says what went wrong otherwise', async () => {
    await run(async (_options, signal) => {
      exportJob.cancel()
      expect(signal.aborted).toBe(true)
      return Promise.reject(new ProblemError({ kind: 'cancelled' }))
    })
    expect(stage).toEqual({ at: 'stopped' })
    await run(async () => Promise.reject(new ProblemError({ kind: 'quota-full' })))
    expect(stage).toEqual({ at: 'problem', problem: { kind: 'quota-full' } })
  })

  it('EXPORTVIEW4: one export at a time', async () => {
    const second = vi.fn<ExportTo>()
    await run(async () => {
      await start(second)
      return { files: [], counts: COUNTS }
    })
    expect(second).not.toHaveBeenCalled()
  })
})
