/** The real model that the server of the tests lends (PAIRLOOM_GGUF), as a file on this device; null where there is none. */
export async function borrowedGguf(): Promise<Blob | null> {
  const response = await fetch('/models/gguf')
  return response.ok && response.headers.get('content-type') === 'application/octet-stream' ? response.blob() : null
}
