import { useCallback } from 'react'
import { useSession } from '#features/context'
import type { Locale } from '#features/session'

/** Short names of tasks. The list is open: a task without a name here stands for itself. */
const TASKS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {
    definition: 'definition',
    cause: 'cause',
    effect: 'effect',
    purpose: 'purpose',
    means: 'means',
    section: 'section',
    title: 'title',
    summary: 'summary',
    list: 'list',
    steps: 'steps',
    comparison: 'comparison',
    'yes-no': 'yes or no',
    question: 'question',
    comprehension: 'open question',
    'multiple-choice': 'multiple choice',
    reasoning: 'step by step',
    knowledge: 'self-contained',
  },
  zh: {
    definition: '定义',
    cause: '原因',
    effect: '结果',
    purpose: '目的',
    means: '方法',
    section: '小节',
    title: '标题',
    summary: '摘要',
    list: '列举',
    steps: '步骤',
    comparison: '比较',
    'yes-no': '是非',
    question: '问答',
    comprehension: '开放式问答',
    'multiple-choice': '选择题',
    reasoning: '逐步推理',
    knowledge: '独立问答',
  },
}

/** Names a task in the session's language. */
export function useTaskWord(): (task: string) => string {
  const locale = useSession(session => session.locale)
  return useCallback(
    (task: string) => (Object.hasOwn(TASKS[locale], task) ? (TASKS[locale][task] ?? task) : task),
    [locale],
  )
}
