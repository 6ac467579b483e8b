import { probeGpu } from '#engines/webllm/probe-gpu'
import type { Device } from '#features/services'
import { countRequests, type NetworkCount, sumOf } from '#messages/network-count'
import type { Threads } from './threads'

const NOTHING: NetworkCount = { own: 0, other: 0, refused: 0, lastOther: [] }

async function probe(): ReturnType<Device['probe']> {
  const gpu = await probeGpu()
  const adapter = [gpu.vendor, gpu.architecture].filter(part => part !== '').join(' ')
  return {
    ...gpu,
    adapter: adapter === '' ? null : adapter,
    cores: navigator.hardwareConcurrency,
    isolated: crossOriginIsolated,
  }
}

/** Facts about this browser that were asked for here and now. */
export function createDevice(threads: Threads, diagnose: () => Promise<object>): Device {
  const page = countRequests(document)
  let workers: readonly NetworkCount[] = [NOTHING, NOTHING]
  const ask = (): void => {
    Promise.all([threads.run.call('network', null), threads.ingest.call('network', null)]).then(
      counts => {
        workers = counts
      },
      () => undefined,
    )
  }
  ask()
  return {
    probe,
    storage: async () => {
      const [estimate, persisted] = await Promise.all([
        navigator.storage.estimate().catch(() => null),
        navigator.storage.persisted().catch(() => null),
      ])
      return { usageBytes: estimate?.usage ?? null, persisted }
    },
    persist: () => navigator.storage.persist().catch(() => false),
    network: () => {
      ask()
      return sumOf([page(), ...workers])
    },
    online: () => navigator.onLine,
    canPickFolder: 'showDirectoryPicker' in window,
    diagnostics: async () => JSON.stringify(await diagnose(), null, 2),
    mac: navigator.platform.startsWith('Mac'),
    forgetsUnused: /apple computer/iu.test(navigator.vendor),
  }
}
