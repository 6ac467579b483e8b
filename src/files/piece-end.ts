/** End of the piece of at most `length` code units that starts at `start`; a pair of surrogates stays together. */
export function pieceEnd(text: string, start: number, length: number): number {
  const end = start + length
  if (end >= text.length) return text.length
  const unit = text.charCodeAt(end - 1)
  return unit >= 0xd800 && unit < 0xdc00 ? end - 1 : end
}
