import { CATALOGUE, catalogueModel } from '#core/models/catalogue'
import { type GpuFacts, gpuProblem, isSmallGpu } from '#core/models/gpu-needs'
import { sameTerms } from '#core/models/licence'
import type { CatalogueModel } from '#core/models/model'
import { ProblemError } from '#core/problem'

/** What was probed about this device; nothing of it is guessed. */
export interface DeviceFacts extends GpuFacts {
  /** Cores that the browser tells of, and whether several threads may share memory here. */
  readonly cores: number
  readonly isolated: boolean
}

export interface SmallerModel {
  readonly model: CatalogueModel
  /** False when what it writes is bound by other terms than what the first model writes: that is to be said. */
  readonly sameTerms: boolean
}

/** A GPU that gives a smaller buffer than web-llm asks for is one of a phone, or an old one. */
const LARGE_BUFFER = 2 ** 30
const THREADS_FOR_MORE = 4

/**
 * The model to offer first on this device, from what was probed alone: a page cannot know how much memory a GPU has, so this
 * may still be too large for it (rule MODEL3).
 */
export function recommend(device: DeviceFacts): CatalogueModel {
  if (gpuProblem(device, false) === null && !device.software) {
    const small = isSmallGpu(device) || (device.limits?.maxBufferSize ?? 0) < LARGE_BUFFER
    const size = small ? '1.5B' : '7B'
    return offered(`Qwen2.5-${size}-Instruct-${device.f16 ? 'q4f16_1' : 'q4f32_1'}-MLC`)
  }
  const fast = device.isolated && device.cores >= THREADS_FOR_MORE
  return offered(`qwen2.5-${fast ? '1.5b' : '0.5b'}-instruct-q4_k_m-GGUF`)
}

function offered(id: string): CatalogueModel {
  const model = catalogueModel(id)
  if (model === undefined) throw new ProblemError({ kind: 'model-missing', model: id })
  return model
}

/**
 * The next model down for a device that is too weak for this one: the largest smaller one of the same engine and kind of
 * numbers under the same terms, and only where there is none, one under other terms, which is then said (rule MODEL2).
 * Null when there is none smaller.
 *
 * @param all the models to choose from, in any order
 */
export function smallerThan(model: CatalogueModel, all: readonly CatalogueModel[] = CATALOGUE): SmallerModel | null {
  const smaller = all
    .filter(other => other.engine === model.engine && other.needsF16 === model.needsF16 && isLess(other, model))
    .sort((a, b) => b.parameters - a.parameters)
  const same = smaller.find(other => sameTerms(other.licence, model.licence))
  const best = same ?? smaller[0]
  return best === undefined ? null : { model: best, sameTerms: best === same }
}

/** Smaller is what needs less memory where that is published, and has clearly fewer weights. */
function isLess(other: CatalogueModel, model: CatalogueModel): boolean {
  if (other.memoryMb !== null && model.memoryMb !== null && other.memoryMb >= model.memoryMb) return false
  return other.parameters < model.parameters * 0.8
}
