import { ProblemError } from '#core/problem'

/**
 * What the runtime inside web-llm 0.2.86 (0.28.0-dev0) calls in a model library. Libraries made for other versions lack
 * some of them, and fail later in ways that say nothing.
 */
const CALLED = [
  'TVMWasmAllocSpace',
  'TVMWasmFreeSpace',
  'TVMFFIWasmFunctionCreate',
  'TVMFFIWasmGetLastError',
  'TVMFFIFunctionCall',
  'TVMFFIFunctionGetGlobal',
  'TVMFFIFunctionSetGlobal',
  'TVMFFIAnyViewToOwnedAny',
  'TVMFFIObjectIncRef',
  'TVMFFIObjectDecRef',
  'TVMFFITypeKeyToIndex',
  'TVMFFIGetTypeInfo',
  'TVMFFIErrorSetRaisedFromCStr',
  'TVMFFIDataTypeToString',
]

/** What that runtime offers to a library besides WASI. */
const OFFERED = new Set(['TVMFFIWasmSafeCall', 'TVMFFIWasmFunctionDeleter', 'emscripten_notify_memory_growth'])

const MAGIC = [0x00, 0x61, 0x73, 0x6d]

/**
 * Rejects with `model-damaged` where the bytes are no WebAssembly, and with `library-mismatch` where they are a library
 * for another version of web-llm. `file` is its name.
 */
export async function checkLibrary(bytes: Uint8Array<ArrayBuffer>, file: string): Promise<void> {
  if (!MAGIC.every((byte, at) => bytes[at] === byte)) {
    throw new ProblemError({ kind: 'model-damaged', file, detail: 'not WebAssembly' })
  }
  const module = await WebAssembly.compile(bytes).catch((thrown: unknown) => {
    throw new ProblemError({ kind: 'model-damaged', file, detail: String(thrown) })
  })
  const exported = new Set(WebAssembly.Module.exports(module).map(({ name }) => name))
  const missing = CALLED.filter(name => !exported.has(name))
  const wanted = WebAssembly.Module.imports(module)
    .filter(entry => entry.module === 'env' && entry.kind === 'function' && !OFFERED.has(entry.name))
    .map(({ name }) => name)
  if (missing.length + wanted.length === 0) return
  const detail = [...wanted.map(name => `wants ${name}`), ...missing.map(name => `lacks ${name}`)].slice(0, 5)
  throw new ProblemError({ kind: 'library-mismatch', detail: detail.join(', ') })
}
