import { DEFAULT_CORPUS_OPTIONS, type CorpusOptions } from '#core/corpus/corpus-options'
import { STATES } from '#core/synthesis/pair'
import { openBenchBrowser } from './app/bench-browser'
import { measureCall, openManyPairs } from './app/many-pairs'
import { rawRead } from './app/raw-export'
import { alone, type BenchTable, megabytes, seconds } from './app/row'

/** Where 34,000 passages stand, and a few pages of what they say. */
const HELD = 50_000_000

const options: CorpusOptions = { ...DEFAULT_CORPUS_OPTIONS, states: STATES }

/** Pre-training text of more than 100,000 pairs in the built app, beside reading the same pairs by hand. */
export async function benchCorpusInApp(): Promise<BenchTable> {
  const browser = await openBenchBrowser()
  try {
    const { page, worker } = await openManyPairs(browser)
    const counted = await measureCall(page, worker, 'countCorpus', { options, general: null, revision: 'bench' })
    const preview = await measureCall(page, worker, 'corpusPreview', { options, revision: 'bench', place: 7_000 })
    const written = await measureCall(page, worker, 'writeCorpus', {
      options,
      general: null,
      target: { download: true },
    })
    const ask = { options: { ...options, seed: 2 }, general: null, revision: 'again' }
    const held = await measureCall(page, worker, 'countCorpus', ask, true)
    const raw = await page.evaluate(rawRead, true)
    const answer: { file: { rows: number; bytes: number }; counts: { pairs: number } } = JSON.parse(
      JSON.stringify(written.answer),
    )
    const { file, counts } = answer
    const growth = Math.max(counted.peak - counted.before, written.peak - written.before)
    return {
      name: 'Pre-training text in the app',
      rows: [
        {
          metric: `${String(file.rows)} texts of ${String(counts.pairs)} pairs, ${megabytes(file.bytes)}, written, read again and checked`,
          ours: `${seconds(written.ms)} (${seconds(written.phases['check'] ?? Number.NaN)} until written)`,
          peer: `${seconds(raw.ms)} raw read of ${String(raw.pairs)} pairs with passages from IndexedDB`,
          ratio: raw.ms / written.ms,
          goal: 'report, ≥ 100 000 pairs',
          met: counts.pairs >= 100_000 && counts.pairs === raw.pairs,
        },
        alone('figures of the same corpus', seconds(counted.ms), 'report', true),
        alone('a preview of any text, once counted', seconds(preview.ms), '≤ 1 s', preview.ms <= 1_000),
        alone(
          'JS heap and buffers that the worker holds while it counts',
          `+${megabytes(held.peak - counted.before)} at most, +${megabytes(written.after - written.before)} left after writing`,
          `≤ ${megabytes(HELD)} at most, none left`,
          held.peak - counted.before <= HELD && written.after - written.before < 5_000_000,
        ),
        alone('the same with what is not collected yet', `+${megabytes(growth)} at most`, 'report', true),
      ],
    }
  } finally {
    await browser.close()
  }
}
