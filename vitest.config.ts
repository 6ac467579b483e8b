import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { CHROMIUM_FLAGS } from './test/support/chromium-flags.mjs'
import { findChromium } from './src/cli/find-chromium.mjs'
import { serveModels } from './test/support/serve-models.ts'

const executablePath = findChromium()

/** A Chromium for tests, with flags of its own. */
const chromium = (...flags: readonly string[]) =>
  playwright({
    launchOptions: { args: [...CHROMIUM_FLAGS, ...flags], ...(executablePath === undefined ? {} : { executablePath }) },
  })

/** WebGPU computed by the processor: the same on every machine. */
const SOFTWARE_WEBGPU = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader', '--enable-features=Vulkan']

export default defineConfig({
  plugins: [react()],
  test: {
    // Spied and stubbed things go back after each test, so that no test leans on the one before.
    restoreMocks: true,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], environment: 'node' },
      },
      {
        extends: true,
        test: { name: 'contract', include: ['test/contract/**/*.test.ts'], environment: 'node', testTimeout: 20_000 },
      },
      {
        extends: true,
        plugins: [serveModels()],
        // Found while a worker loads, they would reload the page in the middle of a test.
        optimizeDeps: { include: ['@mlc-ai/web-llm', '@huggingface/tokenizers'] },
        server: {
          headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
        },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          globalSetup: ['test/support/lend-faulty-host.ts'],
          testTimeout: 30_000,
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: chromium(),
            instances: [
              { browser: 'chromium', exclude: ['test/browser/*.webgpu.test.ts'] },
              {
                browser: 'chromium',
                name: 'browser (webgpu)',
                include: ['test/browser/*.webgpu.test.ts'],
                provider: chromium(...SOFTWARE_WEBGPU),
              },
            ],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/support/build-app.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // One at a time: each drives a browser of its own, and some measure time.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
