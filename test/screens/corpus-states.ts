import type { FakeOptions } from './fake-services'

/** What the screen *Pre-training text* can look like, by name, with what stands in its address. */
export const CORPUS_STATES: Readonly<Record<string, FakeOptions & { readonly params?: string }>> = {
  'corpus-empty': { sources: 0, pairs: 0 },
  'corpus-no-pairs': { pairs: 0 },
  'corpus-full': {},
  'corpus-mined': { params: 'converted=20&comprehension=100&kind=mined&text=2' },
  'corpus-narrowed': { params: 'tasks=cause,definition&documents=1&comprehension=40' },
  'corpus-faults': { params: 'weights=0-0-0-0-0&name=' },
}
