/** The keys of a blind check, for the list behind `?`. */
export const BLIND_KEYS = {
  title: { en: 'Blind check', zh: '盲检' },
  keys: [
    { keys: ['1'], does: { en: 'Right', zh: '正确' } },
    { keys: ['2', '3', '4', '5', '6', '7'], does: { en: 'Wrong, with the reason', zh: '错误，并注明原因' } },
    { keys: ['0'], does: { en: 'Cannot tell', zh: '无法判断' } },
    { keys: ['Z'], does: { en: 'Take the last mark back', zh: '撤销上一个标记' } },
    { keys: ['←', '→'], does: { en: 'Previous or next pair', zh: '上一对或下一对' } },
    { keys: ['Esc'], does: { en: 'Back to the figure', zh: '回到结果' } },
  ],
} as const
