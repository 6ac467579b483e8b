import { en } from './messages.en'
import { zh } from './messages.zh'

export const MESSAGES = { en, zh } as const
