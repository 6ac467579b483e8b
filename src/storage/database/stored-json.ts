/** Parses text that this room wrote itself; what comes from outside (backups) is checked where it enters. */
export function storedJson<T>(text: string): T {
  // The type is a promise of the writer's side: rows are written from typed values only.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- JSON.parse gives any; the writer fixed the type
  return JSON.parse(text)
}
