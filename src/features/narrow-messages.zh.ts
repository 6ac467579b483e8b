import type { NarrowMessages } from './narrow-messages.en'

export const narrowZh: NarrowMessages = {
  narrow: '只要部分任务、语言或文档',
  tasks: '任务',
  languages: '语言',
  documents: '文档',
  allDocuments: '全部文档',
  chosenDocuments: (count, format) => `${format.number(count)} 个文档`,
  findDocument: '查找文档',
  onlyFirst: (count, format) => `只列出前 ${format.number(count)} 个，请输入更多字。`,
  noDocument: '没有名称包含这些字的文档。',
  clear: '恢复全部',
  languageNames: { en: '英文', zh: '中文', other: '其他' },
}
