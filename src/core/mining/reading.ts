import type { Language } from '#core/documents/document'
import { blocks, type Block } from '#core/mining/blocks'
import type { Sentence } from '#core/mining/family'
import { plainText, type PlainText } from '#core/mining/plain-text'
import { sentences } from '#core/text/sentences'

/** A prose paragraph of a passage: words without markup, and its sentences. */
interface Paragraph {
  readonly plain: PlainText
  readonly sentences: readonly Sentence[]
}

/** A passage as the rules read it. */
export interface Reading {
  readonly text: string
  readonly language: Language
  readonly blocks: readonly Block[]
  /** The paragraph of a prose block; read when first asked for. */
  paragraph(block: Block): Paragraph
  /** The words of a heading or list item. */
  words(block: Block): string
}

/** Headings under which nothing is prose about the matter. */
const NO_MATTER =
  /^(?:[\d.\s]*)(?:references|bibliography|works cited|further reading|external links|see also|table of contents|contents|index|license|licence|copyright|legal notice|acknowledge?ments?|changelog|change log|release notes|contributors|credits|sponsors|参考文献|参考资料|参考链接|目录|许可证|许可协议|开源协议|版权|版权声明|更新日志|致谢|鸣谢|外部链接|延伸阅读|参见|参考)\s*[:：]?$/iu
const BOILERPLATE =
  /all rights reserved|permission is hereby granted|without warrant|as is” basis|licensed under|subscribe to our|cookie policy|terms of service|privacy policy|版权所有|未经(?:书面)?(?:许可|授权)|保留(?:一切|所有)权利|转载请|关注(?:我们的)?公众号|扫码|点击(?:这里|此处|下载|查看)/iu

/** Whether a paragraph is a licence, a notice or an invitation, whatever it says. */
export function isBoilerplate(words: string): boolean {
  return BOILERPLATE.test(words)
}

/** Reads a passage: its blocks at once, its paragraphs when they are asked for. */
export function read(text: string, language: Language): Reading {
  const all = withoutTails(text, blocks(text))
  const paragraphs = new Map<Block, Paragraph>()
  let order = 0
  return {
    text,
    language,
    blocks: all,
    paragraph: block => {
      const known = paragraphs.get(block)
      if (known !== undefined) return known
      const plain = plainText(text, block)
      const found: Sentence[] = []
      for (const range of sentences(plain.text, language)) {
        found.push({ text: plain.text.slice(range.start, range.end), range, plain, order, index: found.length })
        order += 1
      }
      const paragraph = { plain, sentences: found }
      paragraphs.set(block, paragraph)
      return paragraph
    },
    words: block => plainText(text, block).text.trim(),
  }
}

/** What stands under a heading such as `References` is no prose. */
function withoutTails(text: string, all: readonly Block[]): Block[] {
  let closed = 0
  return all.map(block => {
    if (block.kind === 'heading') {
      const tail = block.end - block.start < 40 && NO_MATTER.test(text.slice(block.start, block.end))
      if (tail) closed = block.level
      else if (closed > 0 && (block.level <= closed || block.level === 7)) closed = 0
      return block
    }
    return closed > 0 && block.kind !== 'other' ? { ...block, kind: 'other' as const } : block
  })
}
