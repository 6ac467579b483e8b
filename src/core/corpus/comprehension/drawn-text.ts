import {
  type ComprehensionSettings,
  type ComprehensionText,
  comprehensionText,
} from '#core/corpus/comprehension/comprehension-text'
import { randomStream } from '#core/synthesis/random-stream'

/** Which raw passages of a corpus are read for comprehension. */
export interface DrawnSettings extends ComprehensionSettings {
  /** Share of passages that are drawn, from 0 to 1. */
  readonly share: number
}

/** Whether a raw passage is drawn: by a stream of its own, so that a larger share draws the same ones and more. */
export function isDrawn(key: string, { seed, share }: DrawnSettings): boolean {
  return share > 0 && randomStream(seed, 'read for comprehension', key).next() < share
}

/** A raw passage as a reading comprehension text; null where it is not drawn, or nothing is found (rule CORPUS8). */
export function drawnText(
  key: string,
  text: string,
  language: string,
  settings: DrawnSettings,
): ComprehensionText | null {
  return isDrawn(key, settings) ? comprehensionText(key, text, language, settings) : null
}
