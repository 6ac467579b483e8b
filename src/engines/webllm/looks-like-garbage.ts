/**
 * Whether a model's answer to a trivial beginning shows that it computes nonsense: drivers that swallow a lack of memory
 * or get 16-bit floats wrong give one character for ever, or characters that are none (web-llm #356). Any other answer, also a
 * wrong one or none, is no sign of that.
 */
export function looksLikeGarbage(answer: string): boolean {
  const text = answer.replaceAll(/\s/gu, '')
  if (text === '') return false
  if (/[\uFFFD\u0000-\u0008]/u.test(text)) return true
  if (!/[\p{L}\p{N}]/u.test(text)) return true
  return text.length >= 4 && new Set(text).size === 1
}
