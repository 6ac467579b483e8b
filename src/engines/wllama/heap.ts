export interface Heap<T> {
  push(value: T): void
  /** The first of all, by the order that the heap was made with; undefined once it is empty. */
  pop(): T | undefined
}

export function createHeap<T>(before: (a: T, b: T) => boolean): Heap<T> {
  const items: T[] = []
  const settle = (item: T, at: number): void => {
    for (;;) {
      const left = 2 * at + 1
      const right = left + 1
      const [first, second] = [items[left], items[right]]
      if (first === undefined) break
      const [least, child] = second !== undefined && before(second, first) ? [second, right] : [first, left]
      if (!before(least, item)) break
      items[at] = least
      at = child
    }
    items[at] = item
  }
  return {
    push: value => {
      let at = items.length
      while (at > 0) {
        const parent = (at - 1) >> 1
        const above = items[parent]
        if (above === undefined || !before(value, above)) break
        items[at] = above
        at = parent
      }
      items[at] = value
    },
    pop: () => {
      const first = items[0]
      const last = items.pop()
      if (last !== undefined && items.length > 0) settle(last, 0)
      return first
    },
  }
}
