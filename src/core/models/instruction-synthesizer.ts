import type { StoredModel } from '#core/models/model'

const NAME = /instruction[-_. ]?synthesi[sz]er/iu

/**
 * Whether a model was tuned to write pairs in the format of Instruction Pre-Training, as far as its file, its title or what
 * its GGUF calls it tell: such a model is asked by raw completion (rule TAGGED9).
 */
export function isInstructionSynthesizer({ id, title, gguf }: Pick<StoredModel, 'id' | 'title' | 'gguf'>): boolean {
  return [id, title, gguf?.name ?? ''].some(name => NAME.test(name))
}
