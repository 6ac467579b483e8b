import { describe, expect, it } from 'vitest'
import { readFile } from '#files/read-file'
import type { DocumentSink } from '#files/reading'

/** Counts, and keeps nothing. */
function countingSink(seen: { units: number; largest: number }): DocumentSink {
  return {
    document: () => undefined,
    begin: () => undefined,
    text: piece => {
      seen.units += piece.length
      seen.largest = Math.max(seen.largest, piece.length)
    },
    end: () => undefined,
    discard: () => undefined,
    progress: () => undefined,
  }
}

describe('throughput', () => {
  it('READ7: reads plain text at 100 MB/s and more, in bounded pieces', async () => {
    const line = 'A line of an ordinary log file, with a time and a number: 12345.\n'
    const part = new Blob([line.repeat(250_000)])
    const blob = new Blob([part, part, part, part])
    const seen = { units: 0, largest: 0 }
    const start = process.cpuUsage()
    await readFile(new AbortController().signal, { name: 'a.log', blob }, { html: 'main' }, countingSink(seen))
    const { user, system } = process.cpuUsage(start)
    const rate = blob.size / (user + system)
    expect(seen.units).toBe(blob.size)
    expect(seen.largest).toBeLessThanOrEqual(4 << 20)
    // Megabytes for each second of computing, which other programs on the machine cannot take away.
    expect(rate).toBeGreaterThan(100)
  })
})
