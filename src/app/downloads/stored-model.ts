import type { MlcConfig } from '#core/models/mlc-folder'
import { licenceNamed } from '#core/models/licence'
import type { GgufFacts, ModelLicence, StoredModel } from '#core/models/model'
import { splitName } from '#core/models/gguf/split-name'

/** Window that a model is loaded with unless asked for more: each token of it takes memory. */
const CONTEXT_TOKENS = 4096

interface Known {
  readonly id: string
  readonly origin: StoredModel['origin']
  readonly bytes: number
  /** ms since 1970. */
  readonly addedAt: number
  /** Of the catalogue; for own models null. */
  readonly catalogue: { readonly title: string; readonly licence: ModelLicence } | null
}

/** Name of a GGUF without its ending and the number of its part. */
export function stemOf(name: string): string {
  return splitName(name)?.stem ?? name.replace(/\.gguf$/iu, '')
}

export function ggufModel(known: Known, facts: GgufFacts, file: string): StoredModel {
  return {
    ...common(known),
    engine: 'wllama',
    title: known.catalogue?.title ?? facts.name ?? stemOf(file),
    contextTokens: Math.min(facts.contextTokens ?? CONTEXT_TOKENS, CONTEXT_TOKENS),
    licence: known.catalogue?.licence ?? licenceNamed(facts.licence),
    gguf: facts,
    mlc: null,
  }
}

export function mlcModel(
  known: Known,
  config: MlcConfig,
  title: string,
  { base, library }: { readonly base: string; readonly library: string },
): StoredModel {
  return {
    ...common(known),
    engine: 'webllm',
    title: known.catalogue?.title ?? title,
    contextTokens: config.contextTokens,
    licence: known.catalogue?.licence ?? licenceNamed(null),
    gguf: null,
    mlc: { base, library, f16: config.f16 },
  }
}

function common({ id, origin, bytes, addedAt }: Known) {
  return { id, origin, bytes, addedAt, speed: null }
}

/** The end of an own model's id: the first 12 digits of what it is made of (rule MODEL6). */
export function ownId(name: string, sha256: string): string {
  return `${name}-${sha256.slice(0, 12)}`
}

/** One digest for all parts of a model; of a single file it is the file's own. */
export async function joinedDigest(digests: readonly string[]): Promise<string> {
  const [only] = digests
  if (only !== undefined && digests.length === 1) return only
  return sha256Of(new TextEncoder().encode(digests.join('')))
}

export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')
}
