/** Which part of a split model a file is: `name-00002-of-00003.gguf` is part 2 of 3, and all parts share the rest. */
export interface SplitName {
  readonly stem: string
  /** From 1. */
  readonly part: number
  readonly parts: number
}

const PART = /^(.*)-(\d{5})-of-(\d{5})\.gguf$/iu

/** Null for the name of a file that is no part of a split model. */
export function splitName(name: string): SplitName | null {
  const [, stem = '', part = '', parts = ''] = PART.exec(name) ?? []
  return part === '' ? null : { stem, part: Number(part), parts: Number(parts) }
}

/** The names of all parts of the model that this file is a part of, in order; of an unsplit model its own name. */
export function namesOfParts(name: string): readonly string[] {
  const split = splitName(name)
  if (split === null) return [name]
  const digits = (count: number): string => String(count).padStart(5, '0')
  return Array.from(
    { length: split.parts },
    (_, i) => `${split.stem}-${digits(i + 1)}-of-${digits(split.parts)}${name.slice(-'.gguf'.length)}`,
  )
}
