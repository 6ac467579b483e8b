import { en } from './recipe-messages.en'
import { zh } from './recipe-messages.zh'

export const RECIPE_MESSAGES = { en, zh } as const
