import type { JudgeWriter, ProjectReader } from '#core/ports/project-store'
import { DEFAULT_THRESHOLDS, type Thresholds } from '#core/verification/thresholds'
import type { Connection } from '#storage/database/connection'
import { type MetaOf, readMeta } from '#storage/database/meta'

/** Known thresholds as they are stored; the rest have their defaults. */
function thresholdsOf(row: MetaOf<'settings'> | undefined): Thresholds {
  const stored = row?.thresholds ?? {}
  const value = (name: keyof Thresholds): number => {
    const given = stored[name]
    return typeof given === 'number' && Number.isFinite(given) ? given : DEFAULT_THRESHOLDS[name]
  }
  return {
    aligned: value('aligned'),
    repetition: value('repetition'),
    perTask: value('perTask'),
    perHundredTokens: value('perHundredTokens'),
    leastPerPassage: value('leastPerPassage'),
    grounded: value('grounded'),
    agreement: value('agreement'),
  }
}

/** Reading of settings and of blind checks. */
export function judgeReader(connection: Connection): Pick<ProjectReader, 'settings' | 'samples'> {
  return {
    settings: () =>
      connection.read(['meta'], async db => ({ thresholds: thresholdsOf(await readMeta(db, 'settings')) })),
    samples: () =>
      connection.read(['samples'], async db =>
        (await db.samples.toArray()).sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1)),
      ),
  }
}

/** Writing of settings and of blind checks. */
export function judgeKeeper(connection: Connection): Pick<JudgeWriter, 'saveSettings' | 'saveSample' | 'deleteSample'> {
  return {
    saveSettings: (fence, { thresholds }) =>
      connection.write(fence, ['meta'], async db => {
        const held = await readMeta(db, 'settings')
        await db.meta.put({ key: 'settings', thresholds: { ...held?.thresholds, ...thresholds } })
      }),
    saveSample: (fence, sample) =>
      connection.write(fence, ['samples'], async db => {
        await db.samples.put(sample)
      }),
    deleteSample: (fence, id) => connection.write(fence, ['samples'], db => db.samples.delete(id)),
  }
}
