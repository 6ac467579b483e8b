import type { ModelLicence } from '#core/models/model'

/** Open licences that say nothing about what the model writes: it may train anything. */
export const APACHE: ModelLicence = {
  name: 'Apache-2.0',
  url: 'https://www.apache.org/licenses/LICENSE-2.0',
  kind: 'open',
  outputMayTrain: 'yes',
}

export const MIT: ModelLicence = {
  name: 'MIT',
  url: 'https://opensource.org/license/mit',
  kind: 'open',
  outputMayTrain: 'yes',
}

/** 1.b.i: a model trained on the output is shown with "Built with Llama", and its name begins with "Llama". */
export const LLAMA_31: ModelLicence = {
  name: 'Llama 3.1 Community License',
  url: 'https://www.llama.com/llama3_1/license/',
  kind: 'community',
  outputMayTrain: 'conditions',
}

export const LLAMA_32: ModelLicence = {
  name: 'Llama 3.2 Community License',
  url: 'https://www.llama.com/llama3_2/license/',
  kind: 'community',
  outputMayTrain: 'conditions',
}

/** 1.b.v forbids training any other large language model on the output. */
const LLAMA_3: ModelLicence = {
  name: 'Meta Llama 3 Community License',
  url: 'https://www.llama.com/llama3/license/',
  kind: 'community',
  outputMayTrain: 'no',
}

/** 1.1.e: a model trained on synthetic data that Gemma wrote is itself bound by these terms. */
export const GEMMA: ModelLicence = {
  name: 'Gemma Terms of Use',
  url: 'https://ai.google.dev/gemma/terms',
  kind: 'community',
  outputMayTrain: 'conditions',
}

/** Not for commercial use; a model trained on the output and given to others is shown with "Built with Qwen". */
export const QWEN_RESEARCH: ModelLicence = {
  name: 'Qwen Research License',
  url: 'https://huggingface.co/Qwen/Qwen2.5-3B-Instruct/blob/main/LICENSE',
  kind: 'research',
  outputMayTrain: 'conditions',
}

/** Its licence is Apache-2.0, but part of what it was tuned on was written by models under other terms. */
export const OLMO_INSTRUCT: ModelLicence = {
  name: 'Apache-2.0, tuned on output of models under other terms',
  url: 'https://huggingface.co/allenai/OLMo-2-1124-7B-Instruct',
  kind: 'open',
  outputMayTrain: 'unknown',
}

const UNKNOWN: ModelLicence = { name: 'Unknown', url: null, kind: 'unknown', outputMayTrain: 'unknown' }

/** Names as model files give them (`general.license` of a GGUF), lower case. */
const BY_NAME: ReadonlyMap<string, ModelLicence> = new Map([
  ['apache-2.0', APACHE],
  ['mit', MIT],
  ['llama3', LLAMA_3],
  ['llama3.1', LLAMA_31],
  ['llama3.2', LLAMA_32],
  ['gemma', GEMMA],
  ['qwen-research', QWEN_RESEARCH],
])

/**
 * The terms that a file's own word for its licence stands for (rule MODEL4). A word that is not known is kept as the name,
 * and nothing is said about it.
 */
export function licenceNamed(name: string | null): ModelLicence {
  const known = BY_NAME.get(name?.trim().toLowerCase() ?? '')
  if (known !== undefined) return known
  return name === null || name.trim() === '' ? UNKNOWN : { ...UNKNOWN, name: name.trim() }
}

/** What the terms ask of somebody who trains a model on the output. */
export type LicenceCondition =
  | 'built-with-llama'
  | 'name-begins-with-llama'
  | 'built-with-qwen'
  | 'not-commercial'
  | 'gemma-terms'

const CONDITIONS: ReadonlyMap<string, readonly LicenceCondition[]> = new Map([
  [LLAMA_31.name, ['built-with-llama', 'name-begins-with-llama']],
  [LLAMA_32.name, ['built-with-llama', 'name-begins-with-llama']],
  [QWEN_RESEARCH.name, ['not-commercial', 'built-with-qwen']],
  [GEMMA.name, ['gemma-terms']],
])

/** The conditions behind `outputMayTrain: 'conditions'`; empty where there are none, or none known. */
export function licenceConditions(licence: ModelLicence): readonly LicenceCondition[] {
  return CONDITIONS.get(licence.name) ?? []
}

/** Whether two models put the same demands on what is made with them: then one may stand in for the other. */
export function sameTerms(a: ModelLicence, b: ModelLicence): boolean {
  return a.kind === b.kind && a.outputMayTrain === b.outputMayTrain && sameConditions(a, b)
}

function sameConditions(a: ModelLicence, b: ModelLicence): boolean {
  return a.outputMayTrain === 'yes' || licenceConditions(a).join() === licenceConditions(b).join()
}
