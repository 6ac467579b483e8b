import { useEffect, useState } from 'react'
import { type CorpusOptions, corpusProblems, corpusSettings } from '#core/corpus/corpus-options'
import { type Problem, problemOf } from '#core/problem'
import { useCommands, useSession } from '#features/context'
import { useCalm } from '#features/use-calm'
import type { CorpusContents, CorpusProgress } from '#messages/corpus'
import type { General } from './general-store'

/** A run at work changes the pairs several times a second. */
const REFRESH_MS = 2_000

export interface Contents {
  /** Of the options asked for last, as long as nothing newer is known. */
  readonly contents: CorpusContents | null
  /** Whether it is being counted, and how far that is. */
  readonly counting: boolean
  readonly progress: CorpusProgress | null
  readonly problem: Problem | null
  /** State of the project that was counted: what else is read beside it takes the same one. */
  readonly revision: string
}

/** What changes the texts: not the name of the file, nor what is looked at. */
function keyOf(options: CorpusOptions, { chosen, revision }: General): string {
  const { states, documents, tasks, languages } = options
  const file = chosen === null ? null : revision
  return JSON.stringify([states, documents, tasks, languages, corpusSettings(options, chosen !== null), file])
}

/**
 * Puts the whole corpus together in the background, without writing it, for its figures. Other options stop the counting
 * that is under way; pairs that are written meanwhile wait until it is through.
 *
 * @param waits whether something else is at work that it would slow down
 */
export function useContents(options: CorpusOptions, general: General, waits: boolean): Contents {
  const { countCorpus } = useCommands()
  const now = useSession(
    ({ project, revisions: { pairs, runs, sources } }) => `${project?.id ?? ''} ${pairs} ${runs} ${sources}`,
  )
  const calm = useCalm(now, REFRESH_MS)
  const [revision, setRevision] = useState(now)
  const key = keyOf(options, general)
  const asked = `${revision} ${key}`
  const [held, setHeld] = useState<{
    readonly key: string
    readonly contents: CorpusContents | null
    readonly problem: Problem | null
  }>({ key: '', contents: null, problem: null })
  const [progress, setProgress] = useState<CorpusProgress | null>(null)
  const right = !waits && corpusProblems(options).every(problem => problem === 'name-missing')
  const counting = right && held.key !== asked
  if (!counting && calm !== revision) setRevision(calm)
  useEffect(() => {
    if (!right) return
    const control = new AbortController()
    const ask = { options, general: general.chosen?.file ?? null, revision }
    void countCorpus(ask, control.signal, value => {
      if (!control.signal.aborted) setProgress(value)
    })
      .then(
        contents => ({ contents, problem: null }),
        (thrown: unknown) => ({ contents: null, problem: problemOf(thrown) }),
      )
      .then(told => {
        if (control.signal.aborted) return
        setProgress(null)
        setHeld({ key: asked, ...told })
      })
    return () => control.abort()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for options, file and revision
  }, [asked, right, countCorpus])
  return { contents: held.contents, counting, progress, problem: counting ? null : held.problem, revision }
}
