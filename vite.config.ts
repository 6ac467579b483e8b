import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { checksVersion } from './src/cli/checks-version.ts'
import { hosting, SERVICE_WORKER, workerFile } from './vite.hosting.ts'

// How long each plugin took is of no use to a person who starts the app.
const QUIET = { bundlerTimings: false }

export default defineConfig(({ command, isSsrBuild }) => ({
  // Relative, so that the built site works in any folder of any host.
  base: './',
  plugins: [react(), hosting()],
  // While sources are being edited no version is theirs for long.
  define: command === 'build' ? { __CHECKS_VERSION__: JSON.stringify(checksVersion(import.meta.dirname)) } : {},
  worker: {
    format: 'es',
    rolldownOptions: {
      checks: QUIET,
      output: { entryFileNames: chunk => workerFile(chunk.name) },
    },
  },
  build: {
    target: 'es2023',
    manifest: isSsrBuild !== true,
    copyPublicDir: isSsrBuild !== true,
    modulePreload: { polyfill: false },
    // A data: URL would need a wider policy, and is downloaded whether needed or not.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      checks: QUIET,
      // On the command line's own build the entry stands in its arguments.
      ...(isSsrBuild === true
        ? {}
        : {
            input: { index: 'index.html', 'service-worker': 'src/app/workers/service-worker.ts' },
            output: {
              entryFileNames: chunk => (chunk.name === 'service-worker' ? SERVICE_WORKER : 'assets/[name]-[hash].js'),
            },
          }),
    },
  },
}))
