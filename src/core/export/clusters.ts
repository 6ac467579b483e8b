/** Items joined into clusters by links (union-find); a cluster is named by its first item. */
export interface Clusters {
  /** First item of the cluster of an item. */
  readonly first: (item: number) => number
  readonly link: (a: number, b: number) => void
  /** The first items of all clusters, by item. */
  readonly all: () => Int32Array
}

/** Every item is a cluster of its own until it is linked. */
export function createClusters(size: number): Clusters {
  const up = Int32Array.from({ length: size }, (_, item) => item)
  const first = (item: number): number => {
    let at = item
    for (let above = up[at] ?? at; above !== at; above = up[at] ?? at) {
      up[at] = up[above] ?? above
      at = above
    }
    return at
  }
  return {
    first,
    link(a, b) {
      const x = first(a)
      const y = first(b)
      up[Math.max(x, y)] = Math.min(x, y)
    },
    all: () => up.map((_, item) => first(item)),
  }
}
