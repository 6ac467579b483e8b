/** What the name of a file says about it: its extension in lower case without the dot, and whether it is packed. */
export interface NameParts {
  readonly extension: string
  readonly packed: boolean
}

export function namePartsOf(name: string): NameParts {
  const parts = (name.split('/').at(-1) ?? '').toLowerCase().split('.')
  const packed = parts.length > 1 && parts.at(-1) === 'gz'
  if (packed) parts.pop()
  return { extension: parts.length > 1 ? (parts.at(-1) ?? '') : '', packed }
}
