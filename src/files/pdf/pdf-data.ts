/// <reference types="vite/types/importMeta.d.ts" />

/** Addresses of the character maps that Chinese, Japanese and Korean PDFs refer to without carrying them. */
const addresses = import.meta.glob<string>('/node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** A data file of pdfjs by its name, from the app's own origin. */
export async function ownOriginPdfData(name: string): Promise<Uint8Array> {
  const address = addresses[`/node_modules/pdfjs-dist/cmaps/${name}`]
  if (address === undefined) throw new RangeError(name)
  const response = await fetch(address)
  if (!response.ok) throw new RangeError(name)
  return new Uint8Array(await response.arrayBuffer())
}
