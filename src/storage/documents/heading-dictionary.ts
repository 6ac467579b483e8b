/** Gives each different heading path a number, so that neighbours under one heading share it. */
export function headingDictionary(): {
  readonly list: readonly (readonly string[])[]
  number(path: readonly string[]): number
} {
  const list: (readonly string[])[] = []
  const numbers = new Map<string, number>()
  return {
    list,
    number: path => {
      const key = JSON.stringify(path)
      const known = numbers.get(key)
      if (known !== undefined) return known
      const number = list.push([...path]) - 1
      numbers.set(key, number)
      return number
    },
  }
}
