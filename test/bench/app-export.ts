import { DEFAULT_EXPORT_OPTIONS, type ExportOptions } from '#core/export/export-plan'
import { STATES } from '#core/synthesis/pair'
import { openBenchBrowser } from './app/bench-browser'
import { type MeasuredCall, measureCall, openManyPairs } from './app/many-pairs'
import { rawRead } from './app/raw-export'
import { alone, type BenchTable, median, megabytes, seconds } from './app/row'

const ROUNDS = 3
const FLAT = 100_000_000

const options: ExportOptions = { ...DEFAULT_EXPORT_OPTIONS, states: STATES }

interface Exported extends MeasuredCall {
  readonly rows: number
  readonly bytes: number
}

function exported(call: MeasuredCall): Exported {
  const { files }: { files: { bytes: number; rows: number }[] } = JSON.parse(JSON.stringify(call.answer))
  return { ...call, rows: files[0]?.rows ?? 0, bytes: files[0]?.bytes ?? 0 }
}

/** Export of all pairs in the built app, beside reading the same pairs and passages by hand. */
export async function benchExportInApp(): Promise<BenchTable> {
  const browser = await openBenchBrowser()
  try {
    const { page, worker } = await openManyPairs(browser)
    const ours: Exported[] = []
    const raw: number[] = []
    let pairs = 0
    for (let round = 0; round < ROUNDS; round++) {
      const sides = [
        async () =>
          ours.push(exported(await measureCall(page, worker, 'export', { options, target: { download: true } }))),
        async () => {
          const read = await page.evaluate(rawRead, true)
          pairs = read.pairs
          raw.push(read.ms)
        },
      ]
      for (const side of round % 2 === 0 ? sides : sides.reverse()) await side()
    }
    const [a, b] = [median(ours.map(({ ms }) => ms)), median(raw)]
    const writing = median(ours.map(({ phases }) => phases['check'] ?? Number.NaN))
    const growth = median(ours.map(({ before, peak }) => peak - before))
    const left = median(ours.map(({ before, after }) => after - before))
    const { rows, bytes } = ours[0] ?? { rows: 0, bytes: 0 }
    return {
      name: 'Export in the app',
      rows: [
        {
          metric: `records of ${String(rows)} pairs, ${megabytes(bytes)}, written, read again and checked`,
          ours: `${seconds(a)} (${seconds(writing)} until written)`,
          peer: `${seconds(b)} raw read of ${String(pairs)} pairs with passages from IndexedDB`,
          ratio: b / a,
          goal: '≥ 0.4 of the peer’s speed, ≥ 100 000 pairs',
          met: b / a >= 0.4 && rows >= 100_000 && rows === pairs,
        },
        alone(
          'JS heap and buffers of the worker while it exports',
          `+${megabytes(growth)} at most, +${megabytes(left)} left after`,
          `≤ ${megabytes(FLAT)} at most, none left`,
          growth <= FLAT && left < 5_000_000,
        ),
      ],
    }
  } finally {
    await browser.close()
  }
}
