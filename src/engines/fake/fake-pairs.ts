import { randomStream } from '#core/synthesis/random-stream'
import { sentences } from '#core/text/sentences'

/** How many pairs an answer has where the passage has sentences enough. */
const PAIRS = 3

/** Passages stand between such marks in prompts, or fill a paragraph. */
const MARKED = /<(\w+)>([\s\S]*?)<\/\1>|```\w*\n([\s\S]*?)```|"""([\s\S]*?)"""/gu

const HAN = /\p{Script=Han}/gu

export function isChinese(text: string): boolean {
  return (text.match(HAN)?.length ?? 0) > text.length / 5
}

/** The last text between marks that is not short; null where there is none. */
export function markedPassage(prompt: string): string | null {
  const marked = [...prompt.matchAll(MARKED)].map(([, , tagged, fenced, quoted]) => tagged ?? fenced ?? quoted ?? '')
  return marked.map(text => text.trim()).findLast(text => text.length >= 40) ?? null
}

/** What to take for the passage where no marks tell. */
export function longestParagraph(prompt: string): string {
  const paragraphs = prompt.split(/\n\s*\n/u).map(text => text.trim())
  return paragraphs.reduce((longest, text) => (text.length > longest.length ? text : longest), '')
}

/**
 * Pairs whose answers are sentences of the passage, chosen by the seed: each is true, supported by its source line, and
 * unlike the others. `turn` counts what was said before in the same conversation; `source`: whether that line is written.
 */
export function pairsFrom(passage: string, seed: number, turn: number, source: boolean): string {
  return sentencesFor(passage, seed, turn)
    .slice(0, PAIRS)
    .map(sentence => written(questionAbout(sentence), sentence, source ? sentence : null))
    .join('\n\n')
}

/** Whole sentences of a passage, each in one line, in an order drawn by the seed. */
export function sentencesFor(passage: string, seed: number, turn: number): readonly string[] {
  const chinese = isChinese(passage)
  const found = sentences(passage, chinese ? 'zh' : 'en').map(({ start, end }) => passage.slice(start, end))
  const whole = found.filter(text => /^[\p{L}\p{N}"“].*[.!?。！？]$/su.test(text) && !text.includes('<'))
  const good = whole.filter(text => text.length >= (chinese ? 8 : 20) && text.length <= 400)
  return randomStream(seed, 'fake-pairs', turn, passage)
    .shuffle(good.length > 0 ? good : [passage.slice(0, 200)])
    .map(sentence => sentence.replace(/\s+/gu, ' '))
}

/** A pair as the wire format writes it. */
export function written(question: string, answer: string, source: string | null): string {
  return `<QUE> ${question} <ANS> ${answer}${source === null ? '' : ` <SRC> ${source}`} </END>`
}

export function questionAbout(sentence: string): string {
  return isChinese(sentence) ? `“${topicOf(sentence)}”是怎么回事？` : `What is known about ${topicOf(sentence)}?`
}

/** The longest words of an English sentence in their order, or the first clause of a Chinese one. */
function topicOf(sentence: string): string {
  if (isChinese(sentence)) {
    const clause = sentence.split(/[,，。；：、!?！？]/u)[0] ?? sentence
    // A number cut in two would be another number.
    return clause.length <= 16 ? clause : clause.slice(0, 16).replace(/(?<=.)[\d.]+$/u, '')
  }
  const words = sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? [sentence]
  const longest = [...words].sort((a, b) => b.length - a.length).slice(0, 3)
  return words.filter((word, i) => longest.includes(word) && words.indexOf(word) === i).join(' ')
}

const STRANGE = {
  zh: '<QUE> 这段文字主要讲了什么内容? <ANS> 这段文字介绍了一座城市的历史和它的居民怎样生活。 <SRC> 一座城市的历史和它的居民怎样生活 </END>',
  en: '<QUE> What is this passage mostly about? <ANS> It describes how the people of a town lived. <SRC> the people of a town lived </END>',
}

/** A well-formed pair in the language that the passage is not in. */
export function strangePair(passage: string): string {
  return isChinese(passage) ? STRANGE.en : STRANGE.zh
}
