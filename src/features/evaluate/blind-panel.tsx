/** The blind check: what was marked, the figure that comes of it, and the next sample. */
export function BlindPanel() {
  return null
}
