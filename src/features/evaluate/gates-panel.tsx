/** Checks by a model, cheapest first. */
export function GatesPanel() {
  return null
}
