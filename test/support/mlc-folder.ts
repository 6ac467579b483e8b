import type { PickedFile } from '#messages/model-files-worker'

/** A folder in MLC's layout with small weights of noise: complete, though no engine could run it. */
export interface MlcFolder {
  readonly name: string
  readonly files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>
}

const encode = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value))

/**
 * @param md5 of bytes, in hex
 * @param shards bytes of each shard
 */
export function mlcFolder(
  md5: (bytes: Uint8Array) => string,
  shards: readonly Uint8Array<ArrayBuffer>[],
  { name = 'tiny-q4f16_1-MLC', manifest = 'tensor-cache.json', quantization = 'q4f16_1' } = {},
): MlcFolder {
  const weights = Object.fromEntries(shards.map((bytes, i) => [`params_shard_${i}.bin`, bytes]))
  const records = shards.map((bytes, i) => ({
    dataPath: `params_shard_${i}.bin`,
    nbytes: bytes.length,
    md5sum: md5(bytes),
    records: [],
  }))
  return {
    name,
    files: {
      'mlc-chat-config.json': encode({
        quantization,
        context_window_size: 1024,
        tokenizer_files: ['tokenizer.json', 'tokenizer_config.json'],
      }),
      [manifest]: encode({ metadata: {}, records }),
      'tokenizer.json': encode({ version: '1.0' }),
      'library.wasm': new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]),
      ...weights,
    },
  }
}

/** The folder as a person picks it. */
export function picked({ name, files }: MlcFolder): readonly PickedFile[] {
  return Object.entries(files).map(([path, bytes]) => ({
    path: `${name}/${path}`,
    file: new File([bytes], path.split('/').at(-1) ?? ''),
  }))
}
