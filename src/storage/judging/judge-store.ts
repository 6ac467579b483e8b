import type { JudgeWriter, ProjectReader } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import { DEFAULT_THRESHOLDS } from '#core/verification/thresholds'

const missing = (): never => {
  throw new ProblemError({ kind: 'unexpected', detail: 'not there yet' })
}

export function judgeReader(): Pick<
  ProjectReader,
  'orderedKeys' | 'checkTallies' | 'passageTallies' | 'settings' | 'samples'
> {
  return {
    orderedKeys: missing,
    checkTallies: missing,
    passageTallies: missing,
    settings: () => Promise.resolve({ thresholds: DEFAULT_THRESHOLDS }),
    samples: () => Promise.resolve([]),
  }
}

export function judgeWriter(): JudgeWriter {
  return { rejudge: missing, saveSettings: missing, saveSample: missing, deleteSample: missing, addPair: missing }
}
