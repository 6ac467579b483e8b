import { APACHE, GEMMA, LLAMA_31, LLAMA_32, MIT, OLMO_INSTRUCT, QWEN_RESEARCH } from '#core/models/licence'
import type { CatalogueModel, ModelLicence } from '#core/models/model'
import type { Language } from '#core/documents/document'

/** Folder of the compiled libraries that this version of web-llm loads. */
const LIBRARIES = 'https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/'
const HUB = 'https://huggingface.co/'
/** Window that all web-llm records here are offered with. */
const CONTEXT_TOKENS = 4096

/** The same weights with 16-bit and with 32-bit floats around 4-bit numbers. */
interface Family {
  readonly name: string
  /** As web-llm names the library; where a family uses another one's. */
  readonly library?: string
  readonly title: string
  /** Billions. */
  readonly parameters: number
  readonly languages: readonly Language[]
  readonly licence: ModelLicence
  /** Megabytes of GPU memory as web-llm publishes them, for 16 and 32 bits. */
  readonly memoryMb: readonly [number, number]
}

const EN: readonly Language[] = ['en']
const BOTH: readonly Language[] = ['en', 'zh']

const FAMILIES: readonly Family[] = [
  {
    name: 'Qwen2.5-7B-Instruct',
    library: 'Qwen2-7B-Instruct',
    title: 'Qwen2.5 7B Instruct',
    parameters: 7.62,
    languages: BOTH,
    licence: APACHE,
    memoryMb: [5106.67, 5900.09],
  },
  {
    name: 'Qwen3-8B',
    title: 'Qwen3 8B',
    parameters: 8.19,
    languages: BOTH,
    licence: APACHE,
    memoryMb: [5695.78, 6852.55],
  },
  {
    name: 'Llama-3.1-8B-Instruct',
    library: 'Llama-3_1-8B-Instruct',
    title: 'Llama 3.1 8B Instruct',
    parameters: 8.03,
    languages: EN,
    licence: LLAMA_31,
    memoryMb: [5001, 6101.01],
  },
  {
    name: 'Mistral-7B-Instruct-v0.3',
    title: 'Mistral 7B Instruct v0.3',
    parameters: 7.25,
    languages: EN,
    licence: APACHE,
    memoryMb: [4573.39, 5619.27],
  },
  {
    name: 'gemma-2-9b-it',
    title: 'Gemma 2 9B',
    parameters: 9.24,
    languages: EN,
    licence: GEMMA,
    memoryMb: [6422.01, 8383.33],
  },
  {
    name: 'OLMo-2-1124-7B-Instruct',
    title: 'OLMo 2 7B Instruct',
    parameters: 7.3,
    languages: EN,
    licence: OLMO_INSTRUCT,
    memoryMb: [6479.01, 9086.02],
  },
  {
    name: 'Qwen3-4B',
    title: 'Qwen3 4B',
    parameters: 4.02,
    languages: BOTH,
    licence: APACHE,
    memoryMb: [3431.59, 4327.71],
  },
  {
    name: 'Phi-4-mini-instruct',
    title: 'Phi-4 mini',
    parameters: 3.84,
    languages: BOTH,
    licence: MIT,
    memoryMb: [3437.58, 4220.59],
  },
  {
    name: 'Phi-3.5-mini-instruct',
    title: 'Phi-3.5 mini',
    parameters: 3.82,
    languages: BOTH,
    licence: MIT,
    memoryMb: [3672.07, 5483.12],
  },
  {
    name: 'Llama-3.2-3B-Instruct',
    title: 'Llama 3.2 3B Instruct',
    parameters: 3.21,
    languages: EN,
    licence: LLAMA_32,
    memoryMb: [2263.69, 2951.51],
  },
  {
    name: 'Qwen2.5-3B-Instruct',
    title: 'Qwen2.5 3B Instruct',
    parameters: 3.09,
    languages: BOTH,
    licence: QWEN_RESEARCH,
    memoryMb: [2504.76, 2893.64],
  },
  {
    name: 'gemma-2-2b-it',
    title: 'Gemma 2 2B',
    parameters: 2.61,
    languages: EN,
    licence: GEMMA,
    memoryMb: [1895.3, 2508.75],
  },
  {
    name: 'Qwen3-1.7B',
    title: 'Qwen3 1.7B',
    parameters: 1.72,
    languages: BOTH,
    licence: APACHE,
    memoryMb: [2036.66, 2635.44],
  },
  {
    name: 'SmolLM2-1.7B-Instruct',
    title: 'SmolLM2 1.7B Instruct',
    parameters: 1.71,
    languages: EN,
    licence: APACHE,
    memoryMb: [1774.19, 2692.38],
  },
  {
    name: 'Qwen2.5-1.5B-Instruct',
    library: 'Qwen2-1.5B-Instruct',
    title: 'Qwen2.5 1.5B Instruct',
    parameters: 1.54,
    languages: BOTH,
    licence: APACHE,
    memoryMb: [1629.75, 1888.97],
  },
  {
    name: 'Llama-3.2-1B-Instruct',
    title: 'Llama 3.2 1B Instruct',
    parameters: 1.24,
    languages: EN,
    licence: LLAMA_32,
    memoryMb: [879.04, 1128.82],
  },
  {
    name: 'Qwen2.5-0.5B-Instruct',
    library: 'Qwen2-0.5B-Instruct',
    title: 'Qwen2.5 0.5B Instruct',
    parameters: 0.49,
    languages: BOTH,
    licence: APACHE,
    memoryMb: [944.62, 1060.2],
  },
  {
    name: 'SmolLM2-360M-Instruct',
    title: 'SmolLM2 360M Instruct',
    parameters: 0.36,
    languages: EN,
    licence: APACHE,
    memoryMb: [376.06, 579.61],
  },
]

/** Bits that a weight takes: 4, and a scale for each group of 32 weights. */
const BITS = { q4f16_1: 4 + 16 / 32, q4f32_1: 4 + 32 / 32 } as const

function webllmModel(family: Family, quantization: keyof typeof BITS): CatalogueModel {
  const id = `${family.name}-${quantization}-MLC`
  const f16 = quantization === 'q4f16_1'
  return {
    id,
    engine: 'webllm',
    title: family.title,
    parameters: family.parameters,
    quantization,
    languages: family.languages,
    licence: family.licence,
    downloadMb: Math.round((family.parameters * 1000 * BITS[quantization]) / 8 / 10) * 10,
    memoryMb: family.memoryMb[f16 ? 0 : 1],
    needsF16: f16,
    contextTokens: CONTEXT_TOKENS,
    files: {
      base: `${HUB}mlc-ai/${id}/`,
      library: `${LIBRARIES}${family.library ?? family.name}-${quantization}_cs1k-webgpu.wasm`,
    },
    twin: f16 ? `${family.name}-q4f32_1-MLC` : null,
  }
}

interface GgufFamily {
  readonly repository: string
  readonly file: string
  readonly title: string
  readonly parameters: number
  readonly quantization: string
  readonly languages: readonly Language[]
  readonly licence: ModelLicence
  readonly downloadMb: number
}

/** Small enough for a processor: beside its file, a model needs room for its context within 4 GiB. */
const GGUF: readonly GgufFamily[] = [
  {
    repository: 'HuggingFaceTB/SmolLM2-1.7B-Instruct-GGUF',
    file: 'smollm2-1.7b-instruct-q4_k_m.gguf',
    title: 'SmolLM2 1.7B Instruct',
    parameters: 1.71,
    quantization: 'Q4_K_M',
    languages: EN,
    licence: APACHE,
    downloadMb: 1056,
  },
  {
    repository: 'Qwen/Qwen2.5-1.5B-Instruct-GGUF',
    file: 'qwen2.5-1.5b-instruct-q4_k_m.gguf',
    title: 'Qwen2.5 1.5B Instruct',
    parameters: 1.54,
    quantization: 'Q4_K_M',
    languages: BOTH,
    licence: APACHE,
    downloadMb: 1117,
  },
  {
    repository: 'bartowski/Llama-3.2-1B-Instruct-GGUF',
    file: 'Llama-3.2-1B-Instruct-Q4_K_M.gguf',
    title: 'Llama 3.2 1B Instruct',
    parameters: 1.24,
    quantization: 'Q4_K_M',
    languages: EN,
    licence: LLAMA_32,
    downloadMb: 808,
  },
  {
    repository: 'Qwen/Qwen2.5-0.5B-Instruct-GGUF',
    file: 'qwen2.5-0.5b-instruct-q4_k_m.gguf',
    title: 'Qwen2.5 0.5B Instruct',
    parameters: 0.49,
    quantization: 'Q4_K_M',
    languages: BOTH,
    licence: APACHE,
    downloadMb: 491,
  },
  {
    repository: 'bartowski/SmolLM2-360M-Instruct-GGUF',
    file: 'SmolLM2-360M-Instruct-Q4_K_M.gguf',
    title: 'SmolLM2 360M Instruct',
    parameters: 0.36,
    quantization: 'Q4_K_M',
    languages: EN,
    licence: APACHE,
    downloadMb: 271,
  },
  {
    repository: 'bartowski/SmolLM2-135M-Instruct-GGUF',
    file: 'SmolLM2-135M-Instruct-Q4_K_M.gguf',
    title: 'SmolLM2 135M Instruct',
    parameters: 0.13,
    quantization: 'Q4_K_M',
    languages: EN,
    licence: APACHE,
    downloadMb: 105,
  },
]

function ggufModel({
  repository,
  file,
  title,
  parameters,
  quantization,
  languages,
  licence,
  downloadMb,
}: GgufFamily): CatalogueModel {
  return {
    id: file.replace(/\.gguf$/u, '-GGUF'),
    engine: 'wllama',
    title,
    parameters,
    quantization,
    languages,
    licence,
    downloadMb,
    memoryMb: null,
    needsF16: false,
    contextTokens: CONTEXT_TOKENS,
    files: { urls: [`${HUB}${repository}/resolve/main/${file}`] },
    twin: null,
  }
}

/**
 * Models that Pairloom offers, the one to start with first, the larger before the smaller (rule MODEL1). For the GPU these
 * are lines of web-llm's own list; the size of their download is worked out from their weights, and read from the manifest
 * before anything is fetched.
 */
export const CATALOGUE: readonly CatalogueModel[] = [
  ...FAMILIES.flatMap(family => [webllmModel(family, 'q4f16_1'), webllmModel(family, 'q4f32_1')]),
  ...GGUF.map(ggufModel),
]

/** The model of this id, or undefined for one that is not in the catalogue. */
export function catalogueModel(id: string): CatalogueModel | undefined {
  return CATALOGUE.find(model => model.id === id)
}
