import { useEffect, useState } from 'react'
import type { DeviceFacts } from '#core/models/catalogue-choice'
import { gpuProblem } from '#core/models/gpu-needs'
import type { CatalogueModel } from '#core/models/model'
import { useDevice } from '#features/context'
import type { Device } from '#features/services'

export type Probe = Awaited<ReturnType<Device['probe']>>

/** What was found out about this device, or null while it is looked at. */
export function useProbe(): Probe | null {
  const device = useDevice()
  const [probe, setProbe] = useState<Probe | null>(null)
  useEffect(() => {
    let current = true
    device.probe().then(
      found => {
        if (current) setProbe(found)
      },
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [device])
  return probe
}

/** What keeps a model from running here; `slow` runs all the same. */
export type Hindrance = 'no-webgpu' | 'no-adapter' | 'limits' | 'f16' | 'slow'

const HINDRANCES = { webgpu: 'no-webgpu', adapter: 'no-adapter', limits: 'limits', f16: 'f16' } as const

/** Null where a model runs here as far as a page can know: memory is never told (rule MODELS1). */
export function hindrance(
  device: DeviceFacts,
  { engine, needsF16 }: Pick<CatalogueModel, 'engine' | 'needsF16'>,
): Hindrance | null {
  if (engine === 'wllama') return null
  const problem = gpuProblem(device, needsF16)
  if (problem !== null) return HINDRANCES[problem.need]
  return device.software ? 'slow' : null
}
