import { en } from './teaching-messages.en'
import { zh } from './teaching-messages.zh'

export const TEACHING_MESSAGES = { en, zh } as const
