import type { DownloadState } from '#features/session'
import { FAKE_MODELS, fakeReady } from './fake-models'
import type { FakeOptions } from './fake-services'
import { DESKTOP_GPU, NO_GPU } from '#test/support/gpu-facts'

const [QWEN = '', LLAMA = ''] = FAKE_MODELS.map(model => model.id)
const MB = 1e6

const DOWNLOADS: Readonly<Record<string, DownloadState>> = {
  'Qwen2.5-7B-Instruct-q4f16_1-MLC': {
    title: 'Qwen2.5 7B Instruct',
    from: null,
    problem: null,
    progress: {
      bytes: 1_204 * MB,
      totalBytes: 4_290 * MB,
      file: 31,
      files: 112,
      bytesPerSecond: 24.4 * MB,
      msLeft: 126_000,
    },
  },
  'Qwen3-4B-q4f16_1-MLC': {
    title: 'Qwen3 4B',
    from: null,
    problem: { kind: 'download-cut-off', url: 'https://models.example/', bytes: 812 * MB, total: 2_260 * MB },
    progress: null,
  },
  'address-1': {
    title: 'house-tuned-q4.gguf',
    from: { url: 'https://models.example/house-tuned-q4.gguf', library: null },
    problem: { kind: 'cancelled' },
    progress: { bytes: 81 * MB, totalBytes: 226 * MB, file: 1, files: 1, bytesPerSecond: null, msLeft: null },
  },
}

const SOFTWARE = { ...DESKTOP_GPU, adapter: 'google swiftshader', f16: false, software: true }

/** Models in its states, by name. */
export const MODELS_STATES: Readonly<Record<string, FakeOptions>> = {
  'models-empty': {},
  'models-loaded': { models: FAKE_MODELS, session: { engine: fakeReady(QWEN) } },
  'models-loading': {
    models: FAKE_MODELS,
    session: { engine: { state: 'loading', model: LLAMA, progress: { phase: 'weights', done: 812, total: 1_806 } } },
  },
  'models-failed': {
    models: FAKE_MODELS,
    session: {
      engine: { state: 'failed', model: LLAMA, problem: { kind: 'gpu-lost', detail: 'DXGI_ERROR_DEVICE_REMOVED' } },
    },
  },
  'models-no-gpu': {
    device: { probe: async () => ({ ...NO_GPU, adapter: null, cores: 2, isolated: false }) },
  },
  'models-software': {
    device: {
      probe: async () => ({ ...SOFTWARE, cores: 4, isolated: true }),
    },
  },
  'models-downloads': { models: FAKE_MODELS, session: { downloads: DOWNLOADS } },
  'models-follower': { models: FAKE_MODELS, session: { role: 'follower' }, device: { online: () => false } },
}
