import { useEffect, useState } from 'react'
import { Icon } from '#ui'
import { useDevice, useMessages } from '#features/context'
import type { Device } from '#features/services'
import { MESSAGES } from './messages'

type Probe = Awaited<ReturnType<Device['probe']>>

/** One sentence on what this device can do: only what was probed here and now. */
export function DeviceLine() {
  const words = useMessages(MESSAGES).device
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
  const parts = [probe?.adapter, probe?.f16 === true ? 'f16' : null].filter(part => typeof part === 'string')
  const sentence = {
    ready: words.ready(parts.length === 0 ? '' : ` (${parts.join(', ')})`),
    'no-adapter': words.noAdapter,
    absent: words.absent,
  }
  return (
    <section className="device-line">
      <Icon name="model" size={18} />
      <div>
        <strong>{words.title}</strong>
        <p>{probe === null ? '\u00a0' : sentence[probe.webgpu]}</p>
      </div>
    </section>
  )
}
