import { recommend, smallerThan, type SmallerModel } from '#core/models/catalogue-choice'
import type { CatalogueModel } from '#core/models/model'
import { Chip, Disclosure, Panel } from '#ui'
import { useMessages } from '#features/context'
import type { Probe } from './device-facts'
import { DownloadButton } from './download-button'
import { LicenceLine } from './licence-line'
import { MESSAGES } from './messages'
import { ModelLine } from './model-line'

/** Every next smaller one in turn. */
function ladderBelow(model: CatalogueModel): readonly SmallerModel[] {
  const below = smallerThan(model)
  return below === null ? [] : [below, ...ladderBelow(below.model)]
}

export interface RecommendedPanelProps {
  readonly probe: Probe
  readonly here: ReadonlySet<string>
}

/** The model to begin with, and the way down from it, which says where the terms change (rule MODELS2). */
export function RecommendedPanel({ probe, here }: RecommendedPanelProps) {
  const { recommended: words, facts } = useMessages(MESSAGES)
  const model = recommend(probe)
  const ladder = ladderBelow(model)
  return (
    <Panel title={words.title} lead={model.engine === 'webllm' ? words.gpu : words.cpu}>
      <div className="model model--first">
        <div className="model__words">
          <h3>
            <span>{model.title}</span>
            <Chip>{model.engine === 'webllm' ? facts.gpuShort : facts.cpuShort}</Chip>
          </h3>
          <ModelLine model={model} />
          <LicenceLine licence={model.licence} />
        </div>
        <div className="model__acts">
          <DownloadButton model={model} here={here} tone="primary" size="l" />
        </div>
      </div>
      {ladder.length > 0 && (
        <Disclosure summary={words.ladder}>
          <ol className="ladder">
            {ladder.map(({ model: smaller, sameTerms }) => (
              <li key={smaller.id}>
                <div className="model__words">
                  <h3>
                    <span>{smaller.title}</span>
                    <Chip tone={sameTerms ? 'plain' : 'warn'}>{sameTerms ? words.sameTerms : words.otherTerms}</Chip>
                  </h3>
                  <ModelLine model={smaller} />
                  {!sameTerms && <LicenceLine licence={smaller.licence} />}
                </div>
                <DownloadButton model={smaller} here={here} size="s" />
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </Panel>
  )
}
