/**
 * Parses text that this room wrote itself, from a value of type T. What comes from outside (backups) is checked where it
 * enters.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names what its writer wrote
export function storedJson<T>(text: string): T {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- JSON.parse gives any; the writer fixed the type
  return JSON.parse(text)
}
