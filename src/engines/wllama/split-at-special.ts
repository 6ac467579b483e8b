export interface TextPiece {
  readonly text: string
  /** Whether it is the name of a token of control or one that the model's makers defined. */
  readonly special: boolean
}

/** Cuts a text at every name of a special token, the longest of those that begin at one place. Gives no empty piece. */
export function splitAtSpecial(text: string, names: readonly string[]): TextPiece[] {
  const pattern = [...names]
    .filter(name => name !== '')
    .sort((a, b) => b.length - a.length)
    .map(name => name.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`))
    .join('|')
  if (pattern === '') return text === '' ? [] : [{ text, special: false }]
  // Pieces of odd number are matches.
  return text
    .split(new RegExp(`(${pattern})`, 'u'))
    .map((piece, at) => ({ text: piece, special: at % 2 === 1 }))
    .filter(piece => piece.text !== '')
}
