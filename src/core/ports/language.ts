import type { Language } from '#core/documents/document'

/** Tells the language of a text. Deterministic; reads at most a few thousand characters. */
export type DetectLanguage = (text: string) => Language
