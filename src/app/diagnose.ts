import type { PageState } from './page-state'

/** Facts for a bug report: versions, features, counts. No text and no name of the person's. */
export async function diagnose({ session, opened }: PageState): Promise<object> {
  const { phase, role, counts, trouble, locale } = session.getState()
  const estimate = await navigator.storage.estimate().catch(() => null)
  const usage = await opened?.reader.usage().catch(() => null)
  const runs = await opened?.reader.runs().catch(() => null)
  return {
    app: 'Pairloom',
    browser: navigator.userAgent,
    languages: navigator.languages,
    crossOriginIsolated: globalThis.crossOriginIsolated,
    features: {
      webgpu: 'gpu' in navigator,
      locks: 'locks' in navigator,
      opfs: 'getDirectory' in navigator.storage,
      savePicker: 'showSaveFilePicker' in window,
    },
    page: { phase, role, locale, visibility: document.visibilityState, discarded: 'wasDiscarded' in document },
    trouble: trouble?.kind ?? null,
    counts,
    storage: { usageBytes: estimate?.usage ?? null, categories: usage ?? null },
    runs: runs?.map(({ status, total, done, failed, empty, pairs, problem }) => ({
      status,
      total,
      done,
      failed,
      empty,
      pairs,
      problem: problem?.kind ?? null,
    })),
  }
}
