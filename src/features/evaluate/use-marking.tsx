import { useRef, useState } from 'react'
import type { BlindEntry, BlindSample, Verdict } from '#core/evaluation/blind-sample'
import { fateOf, type PairsNow } from '#core/evaluation/marks'
import type { StoredPair } from '#core/ports/project-store'
import { useCommands, useSession } from '#features/context'

/** An entry whose pair is there to be shown. */
export interface Shown {
  readonly entry: BlindEntry
  readonly stored: StoredPair
}

export interface Marking {
  /** In the order in which they are shown; what is gone, or was edited before it was marked, is passed over. */
  readonly shown: readonly Shown[]
  readonly passed: number
  readonly done: number
  readonly at: number
  readonly current: Shown | undefined
  /** Where the first pair that is not marked stands; all are marked when it is null. */
  readonly nextOpen: number | null
  readonly canUndo: boolean
  /** Last act, for what is said: null before the first. */
  readonly last: { readonly act: 'mark' | 'undo'; readonly verdict: Verdict | null; readonly why: string | null } | null
  readonly mark: (verdict: Verdict, why?: string) => void
  readonly undo: () => void
  readonly move: (step: 1 | -1) => void
}

type Set = Pick<BlindEntry, 'verdict' | 'why'>

const nextOpenAfter = (shown: readonly Shown[], at: number): number | null => {
  const places = shown.map((_, step) => (at + 1 + step) % shown.length)
  return places.find(place => shown[place]?.entry.verdict === null) ?? null
}

/** Marks pairs of a sample one after the other. Each mark shows at once and is stored by itself, in order. */
export function useMarking(loaded: BlindSample, pairs: PairsNow): Marking {
  const { saveSample, report } = useCommands()
  const follower = useSession(session => session.role === 'follower')
  const [sample, setSample] = useState(loaded)
  const latest = useRef(loaded)
  const saving = useRef(Promise.resolve())
  const [trail, setTrail] = useState<readonly { key: string; before: Set }[]>([])
  const [last, setLast] = useState<Marking['last']>(null)

  const shown = sample.entries.flatMap((entry): Shown[] => {
    const stored = pairs.get(entry.key)
    const fate = fateOf(entry, pairs)
    const there = fate === 'there' || (fate === 'edited' && entry.verdict !== null)
    return stored === undefined || !there ? [] : [{ entry, stored }]
  })
  const [at, setAt] = useState(() => nextOpenAfter(shown, -1) ?? 0)
  const current = shown[at]

  const put = (key: string, to: Set): void => {
    const set = (from: BlindSample): BlindSample => ({
      ...from,
      entries: from.entries.map(entry => (entry.key === key ? { ...entry, ...to } : entry)),
    })
    latest.current = set(latest.current)
    setSample(latest.current)
  }

  const store = (key: string, to: Set): void => {
    const before = latest.current.entries.find(entry => entry.key === key)
    put(key, to)
    const wanted = latest.current
    saving.current = saving.current
      .then(() => saveSample(wanted))
      .catch((thrown: unknown) => {
        report(thrown)
        // What could not be stored must not look as if it were.
        const now = latest.current.entries.find(entry => entry.key === key)
        if (before !== undefined && now?.verdict === to.verdict) put(key, { verdict: before.verdict, why: before.why })
      })
  }

  return {
    shown,
    at,
    current,
    last,
    passed: sample.entries.length - shown.length,
    done: shown.filter(({ entry }) => entry.verdict !== null).length,
    nextOpen: nextOpenAfter(shown, at - 1),
    canUndo: trail.length > 0,
    mark: (verdict, why) => {
      if (follower || current === undefined) return
      const { key, verdict: was, why: because } = current.entry
      const set = { verdict, why: why ?? null }
      setTrail([...trail, { key, before: { verdict: was, why: because } }])
      store(key, set)
      setLast({ act: 'mark', ...set })
      const marked = shown.map(one => (one.entry.key === key ? { ...one, entry: { ...one.entry, ...set } } : one))
      const next = nextOpenAfter(marked, at)
      if (next !== null) setAt(next)
    },
    undo: () => {
      const step = trail.at(-1)
      if (follower || step === undefined) return
      setTrail(trail.slice(0, -1))
      store(step.key, step.before)
      setLast({ act: 'undo', verdict: null, why: null })
      const place = shown.findIndex(({ entry }) => entry.key === step.key)
      if (place >= 0) setAt(place)
    },
    move: step => setAt(Math.min(Math.max(0, at + step), Math.max(0, shown.length - 1))),
  }
}
