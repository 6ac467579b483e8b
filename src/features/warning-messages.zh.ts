import type { ReadWarning } from '#core/problem'
import type { Format } from '#features/format'

/** What a reader noticed in a file that still gave documents. */
export function warningZh(warning: ReadWarning, format: Format): string {
  const at = (unit: string, numbers: readonly number[], count: number): string => {
    if (numbers.length === 0) return '。'
    const more = count > numbers.length ? '……' : ''
    return `（第 ${numbers.map(number => format.number(number)).join('、')} ${unit}${more}）。`
  }
  const n = format.number('count' in warning ? warning.count : 0)
  switch (warning.kind) {
    case 'bad-lines':
      return `有 ${n} 行无法解析，已略过${at('行', warning.lines, warning.count)}`
    case 'ragged-rows':
      return `有 ${n} 行的列数与表头不一致${at('行', warning.lines, warning.count)}`
    case 'empty-rows':
      return `有 ${n} 行没有文字，已略过${at('行', warning.lines, warning.count)}`
    case 'repeated-rows':
      return `有 ${n} 条与已有文本重复，已略过${at('条', warning.lines, warning.count)}`
    case 'large-cells':
      return `有 ${n} 个单元格特别大，已照常读取${at('行', warning.lines, warning.count)}`
    case 'truncated':
      return `文件不完整；已读取中断之前的部分（${format.bytes(warning.decodedBytes)}）。`
    case 'replaced-characters':
      return `有 ${n} 个字符不符合所用编码，已变成“�”。如果很多，请换一种编码。`
    case 'pages-without-text':
      return `有 ${n} 页没有文字${at('页', warning.pages, warning.count)}`
    case 'whole-page':
      return `网页过大（超过 ${format.bytes(warning.limitBytes)}）或结构过深，无法从中找出正文，因此取了全部文字。`
    case 'deep-folder':
      return `嵌套超过 ${format.number(warning.depth)} 层的文件夹已略过。`
  }
}
