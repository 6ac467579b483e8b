import type { ReadLimits } from '#files/reading'

const MIB = 1 << 20

/** 1 GB for everything that is read as a stream; formats that must be whole in memory stop earlier. */
export const DEFAULT_LIMITS: ReadLimits = {
  decoded: 1_000_000_000,
  mainContent: 5 * MIB,
  inMemory: 256 * MIB,
  largeCell: 1_000_000,
  row: 64 * MIB,
  wholeText: MIB,
}
