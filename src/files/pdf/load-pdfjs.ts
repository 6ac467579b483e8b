// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- a declaration of a foreign module is no module
/// <reference path="./pdf-worker.d.ts" />
import type * as Pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'

/**
 * pdfjs with both of its halves in this thread, which is a worker already. Its worker half takes over the messages of any
 * worker that it finds itself in, unless it sees a window: it is shown one while it loads.
 */
export async function loadPdfjs(): Promise<typeof Pdfjs> {
  const disguise = !('window' in globalThis)
  if (disguise) Object.defineProperty(globalThis, 'window', { value: globalThis, configurable: true })
  try {
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  } finally {
    if (disguise) Reflect.deleteProperty(globalThis, 'window')
  }
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}
