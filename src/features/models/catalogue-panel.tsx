import { useState } from 'react'
import { Button, Checkbox, Panel, Select } from '#ui'
import { useMessages } from '#features/context'
import { useFormat } from '#features/format'
import { type CatalogueFilter, ENGINES, EVERYTHING, LANGUAGES, SIZES, shownModels } from './catalogue-filter'
import { CatalogueRow } from './catalogue-row'
import type { Probe } from './device-facts'
import { MESSAGES } from './messages'

/** Rows in sight before the person asks for all. */
const AT_FIRST = 6

export interface CataloguePanelProps {
  readonly probe: Probe
  readonly here: ReadonlySet<string>
}

/** Every model that Pairloom offers, with what its terms allow. */
export function CataloguePanel({ probe, here }: CataloguePanelProps) {
  const words = useMessages(MESSAGES).catalogue
  const format = useFormat()
  const [filter, setFilter] = useState<CatalogueFilter>({ ...EVERYTHING, fitting: true })
  const change = (part: Partial<CatalogueFilter>): void => setFilter({ ...filter, ...part })
  const [all, setAll] = useState(false)
  const models = shownModels(filter, probe)
  const shown = all ? models : models.slice(0, AT_FIRST)
  return (
    <Panel title={words.title} lead={words.lead}>
      <div className="catalogue-filter">
        <Select
          label={words.engine}
          value={filter.engine}
          options={ENGINES.map(value => ({ value, label: words.engines[value] }))}
          onChange={engine => change({ engine })}
        />
        <Select
          label={words.size}
          value={filter.size}
          options={SIZES.map(value => ({ value, label: words.sizes[value] }))}
          onChange={size => change({ size })}
        />
        <Select
          label={words.language}
          value={filter.language}
          options={LANGUAGES.map(value => ({ value, label: words.languages[value] }))}
          onChange={language => change({ language })}
        />
        <Checkbox label={words.fitting} checked={filter.fitting} onChange={fitting => change({ fitting })} />
        <p role="status">{words.shown(format.number(models.length))}</p>
      </div>
      {models.length === 0 ? (
        <div className="models-acts">
          <p className="models-note">{words.nothing}</p>
          <Button size="s" onClick={() => setFilter(EVERYTHING)}>
            {words.reset}
          </Button>
        </div>
      ) : (
        <ul className="catalogue">
          {shown.map(model => (
            <CatalogueRow key={model.id} model={model} probe={probe} here={here} />
          ))}
        </ul>
      )}
      {shown.length < models.length && (
        <div className="models-acts">
          <Button icon="chevron-down" onClick={() => setAll(true)}>
            {words.all(format.number(models.length))}
          </Button>
        </div>
      )}
    </Panel>
  )
}
