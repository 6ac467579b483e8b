import type { ReadingMessages } from './reading-messages.en'

export const readingZh: ReadingMessages = {
  passage: '原文',
  before: '显示前文',
  after: '显示后文',
  startOfDocument: '文档开头',
  endOfDocument: '文档结尾',
  around: { before: '这一段之前的文字', after: '这一段之后的文字' },

  instruction: '指令',
  options: '选项',
  response: '响应',
  reasoning: '推理',
}
