import type { Language } from '#core/documents/document'
import type { Passage } from '#core/documents/passage'

/** The language that most characters of a document are written in; the first one seen where two are even. */
export function mainLanguage(passages: readonly Passage[]): Language {
  const characters = new Map<Language, number>()
  for (const { start, end, language } of passages) {
    characters.set(language, (characters.get(language) ?? 0) + end - start)
  }
  let main: Language = 'other'
  let most = 0
  for (const [language, count] of characters) {
    if (count > most) {
      main = language
      most = count
    }
  }
  return main
}
