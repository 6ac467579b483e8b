import { build } from 'vite'

/** The scripted engine's worker as one file of code, to be served in place of a built engine worker. */
export async function bundleFakeEngine(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      rolldownOptions: {
        input: 'test/support/fake-engine-worker.ts',
        output: { codeSplitting: false, entryFileNames: 'fake-engine-worker.js' },
      },
    },
  })
  const outputs = [built].flat().flatMap(result => ('output' in result ? result.output : []))
  const [chunk, ...others] = outputs.filter(file => file.type === 'chunk')
  if (chunk === undefined || others.length > 0) throw new Error(`expected one file, got ${1 + others.length}`)
  return chunk.code
}
