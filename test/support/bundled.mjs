import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { PROJECT } from '#cli/ensure-built.mjs'

/**
 * A TypeScript module of the tests, bundled as the product is and loaded in Node: modules that Vite runs one by one reach
 * each other through getters, which would slow ours in its inner loops and leave a peer, a package, as it is.
 *
 * @param {string} file
 * @param {string} name of the bundle, which lies as deep as the sources: modules find fixtures by their own address
 * @returns {Promise<any>}
 */
export async function bundled(file, name) {
  const { build } = await import('vite')
  const outDir = path.join('test', 'out')
  const bundle = `${name}.mjs`
  await build({
    root: PROJECT,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: file,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: bundle } },
    },
  })
  return import(pathToFileURL(path.join(PROJECT, outDir, bundle)).href)
}
