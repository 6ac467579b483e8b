import type { StoredModel } from '#core/models/model'
import { gpuProblem } from '#core/models/gpu-needs'
import { Icon } from '#ui'
import { useMessages } from '#features/context'
import { type Format, useFormat } from '#features/format'
import type { Probe } from './device-facts'
import type { Messages } from './messages.en'
import { MESSAGES } from './messages'
import { rate } from './rate'

const MOST_MEASURED = 3

/** The one sentence: what was probed, and nothing that was not (rule MODELS1). */
function sentenceOf(probe: Probe, words: Messages['device']): string {
  if (probe.webgpu === 'absent') return words.absent
  if (probe.webgpu === 'no-adapter') return words.noAdapter
  const parts = [probe.adapter, probe.f16 ? words.f16 : words.no16].filter(part => part !== null)
  const adapter = words.adapter(parts)
  if (gpuProblem(probe, false) !== null) return words.limits(adapter)
  return probe.software ? words.software(adapter) : words.gpu(adapter)
}

function coresOf({ cores, isolated }: Probe, words: Messages['device'], format: Format): string {
  if (cores < 2) return words.one
  return (isolated ? words.threads : words.single)(format.number(cores))
}

/** What this device can do, as far as it was probed or measured here. */
export function DevicePanel({
  probe,
  models,
}: {
  readonly probe: Probe | null
  readonly models: readonly StoredModel[]
}) {
  const words = useMessages(MESSAGES).device
  const format = useFormat()
  const measured = models
    .flatMap(({ id, title, speed }) => (speed === null ? [] : [{ id, title, decode: speed.decode }]))
    .sort((a, b) => b.decode - a.decode)
    .slice(0, MOST_MEASURED)
  const gpu = probe !== null && gpuProblem(probe, false) === null && !probe.software
  return (
    <section className="device" aria-label={words.label}>
      <Icon name={probe?.webgpu === 'ready' && probe.software ? 'warning' : 'screen'} size={18} />
      <div>
        <strong>{probe === null ? words.probing : sentenceOf(probe, words)}</strong>
        {probe !== null && (
          <p>
            {coresOf(probe, words, format)}
            {gpu && ` ${words.memory}`}
          </p>
        )}
        {measured.length > 0 && (
          <p>
            {words.measuredHere}{' '}
            {measured.map(({ id, title, decode }) => (
              <span key={id}>{words.measured(title, rate(decode, format))} </span>
            ))}
          </p>
        )}
      </div>
    </section>
  )
}
