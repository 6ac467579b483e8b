import { chunk } from '#core/documents/chunker'
import { DEFAULT_CHUNK_SETTINGS } from '#core/documents/passage'
import { rulesSynthesizer } from '#core/mining/rules-synthesizer'
import { loadDetectLanguage } from '#files/language'

/** The rules alone over the passages of a text: nothing is read, checked, hashed or stored. Gives ms. */
export async function rawRules(text: string): Promise<number> {
  const passages = chunk(text, DEFAULT_CHUNK_SETTINGS, await loadDetectLanguage())
  const started = performance.now()
  for (const { start, end, headings, language } of passages) {
    rulesSynthesizer.synthesize(
      { aborted: false },
      { text: text.slice(start, end), headings, language, title: null, first: start === 0, seed: 1, tasks: [] },
    )
  }
  return performance.now() - started
}
