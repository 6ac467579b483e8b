import { CATALOGUE } from '#core/models/catalogue'
import type { DeviceFacts } from '#core/models/catalogue-choice'
import type { CatalogueModel } from '#core/models/model'
import { hindrance } from './device-facts'

export const ENGINES = ['all', 'webllm', 'wllama'] as const
export const SIZES = ['all', 'small', 'middle', 'large'] as const
export const LANGUAGES = ['all', 'en', 'zh'] as const

export interface CatalogueFilter {
  readonly engine: (typeof ENGINES)[number]
  readonly size: (typeof SIZES)[number]
  readonly language: (typeof LANGUAGES)[number]
  /** Only what this device runs, as far as it was probed. */
  readonly fitting: boolean
}

export const EVERYTHING: CatalogueFilter = { engine: 'all', size: 'all', language: 'all', fitting: false }

/** Billions of weights, from above the first to the second. */
const RANGES = { all: [0, Infinity], small: [0, 1.3], middle: [1.3, 4.5], large: [4.5, Infinity] } as const

/**
 * The models that a filter leaves, in the order of the catalogue. Of the two variants of the same weights only the one that
 * this device can compute with is shown (rule MODELS3).
 */
export function shownModels(filter: CatalogueFilter, device: DeviceFacts): readonly CatalogueModel[] {
  const [above, upTo] = RANGES[filter.size]
  return CATALOGUE.filter(
    model =>
      (model.engine === 'wllama' || model.needsF16 === device.f16) &&
      (filter.engine === 'all' || model.engine === filter.engine) &&
      model.parameters > above &&
      model.parameters <= upTo &&
      (filter.language === 'all' || model.languages.includes(filter.language)) &&
      (!filter.fitting || [null, 'slow'].includes(hindrance(device, model))),
  )
}
