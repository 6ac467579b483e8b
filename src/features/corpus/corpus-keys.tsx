/** The keys of pre-training text, for the list behind `?`. */
export const CORPUS_KEYS = {
  title: { en: 'Pre-training text', zh: '预训练文本' },
  keys: [
    { keys: ['N'], does: { en: 'Next text of the preview', zh: '预览下一篇' } },
    { keys: ['P'], does: { en: 'Previous text of the preview', zh: '预览上一篇' } },
    { keys: ['S'], does: { en: 'Another seed', zh: '换个种子' } },
  ],
} as const
