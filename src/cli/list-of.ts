/** The parts of a comma-separated list such as `definition, cause`; none where nothing was said. */
export function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
}
