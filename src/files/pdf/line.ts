/** A run of text on one baseline. Lengths in points, from the top left corner of the page. */
export interface Fragment {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Baseline, growing downwards. */
  readonly y: number
  /** Font size. */
  readonly size: number
}

/** A line of a column: what stands on one baseline in it. */
export interface Line extends Fragment {
  /** Counted from 0. */
  readonly page: number
  /** Sides of the column that the line stands in. */
  readonly column: { readonly left: number; readonly right: number }
  /** Height of the page, to tell its margins. */
  readonly height: number
  /** What wide gaps part the line into, from the left. */
  readonly cells: readonly string[]
}

/** Whether two neighbouring characters are written without a space between them: Han, kana, full-width signs. */
export function isSpaceless(character: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u.test(character)
}

/** Last code point of a text. */
export function lastCharacter(text: string): string {
  return /.$/su.exec(text)?.[0] ?? ''
}
