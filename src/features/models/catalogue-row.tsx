import { catalogueModel } from '#core/models/catalogue'
import { recommend, smallerThan } from '#core/models/catalogue-choice'
import type { CatalogueModel } from '#core/models/model'
import { Chip, Disclosure } from '#ui'
import { useMessages } from '#features/context'
import { useFormat } from '#features/format'
import { hindrance, type Probe } from './device-facts'
import { DownloadButton } from './download-button'
import { LicenceLine } from './licence-line'
import { MESSAGES } from './messages'
import { downloadWords, ModelLine } from './model-line'

interface CatalogueRowProps {
  readonly model: CatalogueModel
  readonly probe: Probe
  readonly here: ReadonlySet<string>
}

export function CatalogueRow({ model, probe, here }: CatalogueRowProps) {
  const { catalogue: words, facts, fit } = useMessages(MESSAGES)
  const hinders = hindrance(probe, model)
  return (
    <li className="model">
      <div className="model__words">
        <h3>
          <span>{model.title}</span>
          <Chip>{model.engine === 'webllm' ? facts.gpuShort : facts.cpuShort}</Chip>
          {model.id === recommend(probe).id && <Chip tone="accent">{words.recommended}</Chip>}
          {hinders !== null && <Chip tone="warn">{fit[hinders]}</Chip>}
        </h3>
        <ModelLine model={model} />
        <LicenceLine licence={model.licence} />
        <Disclosure summary={words.more}>
          <More model={model} here={here} />
        </Disclosure>
      </div>
      <div className="model__acts">
        <DownloadButton model={model} here={here} />
      </div>
    </li>
  )
}

function hostOf({ files }: CatalogueModel): string {
  return new URL('urls' in files ? (files.urls[0] ?? '') : files.base).host
}

/** What its makers say it takes, where it comes from, and where to go from it. */
function More({ model, here }: Pick<CatalogueRowProps, 'model' | 'here'>) {
  const { catalogue: words, facts } = useMessages(MESSAGES)
  const format = useFormat()
  const smaller = smallerThan(model)
  const twin = model.twin === null ? undefined : catalogueModel(model.twin)
  return (
    <div className="model__more">
      <p>
        {model.quantization} · {facts.context(format.number(model.contextTokens))}
      </p>
      {model.memoryMb !== null && <p>{facts.memory(format.bytes(model.memoryMb * 1e6))}</p>}
      <p>{facts.host(hostOf(model))}</p>
      <p>
        {smaller === null
          ? words.smallest
          : `${words.smaller(smaller.model.title)}. ${smaller.sameTerms ? words.sameTerms : words.otherTerms(smaller.model.licence.name)}`}
      </p>
      {twin !== undefined && (
        <div className="models-acts">
          <p>{words.twin(downloadWords(twin, facts, format) ?? '')}</p>
          <DownloadButton model={twin} here={here} size="s" />
        </div>
      )}
    </div>
  )
}
