import type { IconName } from '#ui'

/** Screens that exist, in the order of the work; `tool` stands below the line. */
export const SCREENS = [
  { name: 'sources', icon: 'sources', group: 'step' },
  { name: 'write', icon: 'write', group: 'step' },
  { name: 'review', icon: 'review', group: 'step' },
  { name: 'export', icon: 'export', group: 'step' },
  { name: 'corpus', icon: 'corpus', group: 'tool' },
  { name: 'evaluate', icon: 'evaluate', group: 'tool' },
  { name: 'models', icon: 'model', group: 'tool' },
  { name: 'storage', icon: 'storage', group: 'tool' },
] as const satisfies readonly { name: string; icon: IconName; group: 'step' | 'tool' }[]

export type ScreenName = (typeof SCREENS)[number]['name']

export function isScreen(name: string): name is ScreenName {
  return SCREENS.some(screen => screen.name === name)
}
