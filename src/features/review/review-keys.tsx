/** The keys of this screen, for the list behind `?`; `mod` is ⌘ or Ctrl. */
export const REVIEW_KEYS = {
  title: { en: 'Review', zh: '审阅' },
  keys: [
    { keys: ['K'], does: { en: 'Keep and go on', zh: '保留并继续' } },
    { keys: ['D'], does: { en: 'Drop and go on', zh: '舍弃并继续' } },
    { keys: ['E'], does: { en: 'Edit in place', zh: '就地编辑' } },
    { keys: ['mod+Enter'], does: { en: 'Save the edit', zh: '保存编辑' } },
    { keys: ['Esc'], does: { en: 'Leave the edit', zh: '放弃编辑' } },
    { keys: ['U'], does: { en: 'Clear the decision', zh: '清除决定' } },
    { keys: ['Z'], does: { en: 'Undo', zh: '撤销' } },
    { keys: ['shift+z'], does: { en: 'Redo', zh: '重做' } },
    { keys: ['J', '↓'], does: { en: 'Next pair', zh: '下一对' } },
    { keys: ['↑'], does: { en: 'Previous pair', zh: '上一对' } },
    { keys: ['/'], does: { en: 'Search', zh: '搜索' } },
  ],
} as const
