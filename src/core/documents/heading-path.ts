/** The headings above a place, outermost first: a heading closes all of its own level and deeper ones. */
export class HeadingPath {
  #levels: number[] = []
  #titles: readonly string[] = []

  /** Level of the innermost heading; 0 before the first. */
  get level(): number {
    return this.#levels.at(-1) ?? 0
  }

  /** Shared by all passages below the same headings. */
  get titles(): readonly string[] {
    return this.#titles
  }

  add(level: number, title: string): void {
    let keep = 0
    while (keep < this.#levels.length && (this.#levels[keep] ?? 0) < level) keep++
    this.#levels = [...this.#levels.slice(0, keep), level]
    this.#titles = [...this.#titles.slice(0, keep), title]
  }
}
