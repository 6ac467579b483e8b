import { describe, expect, it } from 'vitest'
import { chunk } from '#core/documents/chunker'
import { Scanner } from '#core/documents/scanner'

/** Headings of a text as "level title". */
function headingsOf(text: string): string[] {
  const scanner = new Scanner(1)
  scanner.gather(text)
  scanner.complete = true
  scanner.join(0)
  scanner.readBeyond(Number.POSITIVE_INFINITY)
  const { level, title } = scanner.breaks
  return level.flatMap((value, i) => (value > 0 ? [`${value} ${title[i]}`] : []))
}

const body = 'The river carried the boats slowly past the old mill, and nobody on the bank looked up from the work.'
const zhBody = '河水慢慢地带着小船流过古老的磨坊，岸上的人都在看，没有人说话，也没有人离开。'

describe('headings', () => {
  it.each([
    [
      'ATX',
      '# One\ntext\n## Two ##\n###### Six {#id}\n#hashtag\n####### seven\n#\n## **Bold**',
      ['1 One', '2 Two', '6 Six', '2 Bold'],
    ],
    ['setext', 'One\n===\n\ntext\n\nTwo\n---\n\ntext line\nsecond\n---\n', ['1 One', '2 Two']],
    ['reST', '=====\nTitle\n=====\n\nPart\n~~~~\n\ntext', ['1 Title', '3 Part']],
    ['AsciiDoc and wiki', '= Doc\n\n== Part ==\n\ntext', ['1 Doc', '2 Part']],
    ['LaTeX', '\\section{One}\ntext\n\\subsection*{Two}\\label{x}\n\\textbf{no}', ['3 One', '4 Two']],
  ])('CHUNK8: %s', (_name, text, expected) => expect(headingsOf(text)).toEqual(expected))

  it.each([
    ['CHAPTER IV', '2 CHAPTER IV'],
    ['CHAPTER IV.', '2 CHAPTER IV.'],
    ['Chapter 3: The Mill', '2 Chapter 3: The Mill'],
    ['PART ONE', '1 PART ONE'],
    ['Appendix B', '2 Appendix B'],
    ['3.2 Sources and methods', '3 3.2 Sources and methods'],
    ['2 Results of the survey', '2 2 Results of the survey'],
    ['4. Discussion', '2 4. Discussion'],
    ['IV. The last boat', '2 IV. The last boat'],
    ['A.1 More tables', '3 A.1 More tables'],
    ['Introduction', '2 Introduction'],
    ['THE OLD MILL', '7 THE OLD MILL'],
    ['Early life', '7 Early life'],
  ])('CHUNK8: "%s" alone between blank lines', (line, expected) => {
    expect(headingsOf(`${body}\n\n${line}\n\n${body}\n`)).toEqual([expected])
    expect(headingsOf(`${body}\n${line}\n${body}\n`)).toEqual([])
  })

  it.each([
    ['第三章 风起', '2 第三章 风起'],
    ['第十二回\u3000林黛玉进京', '2 第十二回\u3000林黛玉进京'],
    ['第一卷', '1 第一卷'],
    ['一、总体要求', '3 一、总体要求'],
    ['（二）主要任务', '4 （二）主要任务'],
    ['3.2 数据来源', '3 3.2 数据来源'],
    ['摘要', '2 摘要'],
    ['早年经历', '7 早年经历'],
  ])('CHUNK8: %s alone between blank lines', (line, expected) => {
    expect(headingsOf(`${zhBody}\n\n${line}\n\n${zhBody}\n`).map(heading => heading.replace(/\s+/gu, ' '))).toEqual([
      expected.replace(/\s+/gu, ' '),
    ])
  })

  it('CHUNK8: a Chinese chapter line needs no blank lines', () => {
    expect(headingsOf(`${zhBody}\n第三章 风起\n\u3000\u3000${zhBody}`)).toEqual(['2 第三章 风起'])
    expect(headingsOf('第三章讲的是河流。\n第三条 河水归公。')).toEqual([])
  })

  it.each([
    ['a sentence', `${body}\n\nHe left early.\n\n${body}`],
    ['a greeting', `${body}\n\nDear Anna,\n\n${body}`],
    ['a caption', `${body}\n\nFigure 3\n\n${body}`],
    ['items of a loose list', '1. Buy milk\n\n2. Sell the boat\n\n3. Go home\n\n4. Rest'],
    ['a short line before a short line', `${body}\n\nSo it goes\n\nYes\n`],
    ['comments in code', '```sh\n# not a heading\n```\n'],
    ['front matter', '---\ntitle: A mill\nauthor: Bo\n---\n\ntext'],
    ['a rule under a paragraph of two lines', 'one line\nand another\n---\n'],
    ['a row of a table', '| a | b |\n|---|---|\n| 1 | 2 |'],
    ['a comment of several lines', '# This file is free.\n# So is the mill.\n\ncode()\n'],
    ['a formula', 'text\n\n$$\n= x\n# y\n$$\n'],
    ['a block of AsciiDoc', '[source,sh]\n----\n# a comment\n----\n'],
    ['a line that leads to a formula', `${zhBody}\n\n例如给定函数\n\n$$ f(x) = \\sum_{i=1}^{n} x_i + y_i $$\n`],
    ['a notice', `${body}\n\nCopyright 2020 The Mill\n\n${body}`],
    ['a very long line', `# ${'word '.repeat(80)}`],
  ])('CHUNK8: %s is none', (_name, text) => expect(headingsOf(text)).toEqual([]))

  it('CHUNK8: formulas end', () => {
    expect(headingsOf('$$a\n= b\n$$\n\n# One\n\n$$c$$\n\n# Two\n\n$$\nd$$\n# Three\n\n$$ open\n\n# Four')).toHaveLength(
      4,
    )
  })

  it('CHUNK8: a fence in a list item closes, and the list goes on', () => {
    expect(headingsOf('- item\n\n  ```\n  # no\n  ```\n\n- item\n\n# Yes\n')).toEqual(['1 Yes'])
  })

  it('CHUNK8: the path holds one heading of each level above the passage, and its own first', () => {
    const part = (title: string): string => `${title}\n\n${`${body} `.repeat(12)}\n\n`
    const text = ['# Book', '## One', '### Deep', '## Two', '# Next'].map(part).join('')
    const passages = chunk(text, { target: 300, maximum: 500 }, () => 'en')
    expect(passages.map(({ headings }) => headings)).toEqual([
      ['Book'],
      ['Book', 'One'],
      ['Book', 'One', 'Deep'],
      ['Book', 'Two'],
      ['Next'],
    ])
  })

  it('CHUNK8: blank lines before the first heading do not hide it', () => {
    expect(chunk('\n\n# Title\n\ntext', { target: 300, maximum: 500 }, () => 'en')[0]?.headings).toEqual(['Title'])
    expect(chunk('text\n\n# Title\n\ntext', { target: 300, maximum: 500 }, () => 'en')[0]?.headings).toEqual([])
  })
})
