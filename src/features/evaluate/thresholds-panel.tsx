/** Where checks draw their lines, and what would change if they were drawn elsewhere. */
export function ThresholdsPanel() {
  return null
}
