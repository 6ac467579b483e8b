import { describe, expect, it } from 'vitest'
import { DEFAULT_EXPORT_OPTIONS, type ExportOptions } from '#core/export/export-plan'
import { optionsOf, paramsOf } from '#features/export/export-params'

const ALL: ExportOptions = {
  name: 'lighthouses & 茶',
  format: 'sharegpt',
  states: ['kept'],
  documents: [3, 17],
  tasks: ['cause', 'a, b'],
  languages: ['zh'],
  split: { train: 80, validation: 12.5, test: 7.5 },
  seed: 7,
  passageInPrompt: 'no',
  systemPrompt: 'Answer = briefly?\nOnly from the text.',
  compression: 'gzip',
  pack: { title: 'Lights, 2nd', licence: 'cc-by-4.0' },
}

const throughUrl = (options: ExportOptions): ExportOptions =>
  optionsOf(new URLSearchParams(new URLSearchParams(paramsOf(options)).toString()))

describe('export options in the URL', () => {
  it('EXPORTVIEW1: come back as they were', () => {
    expect(throughUrl(ALL)).toEqual(ALL)
    expect(throughUrl({ ...ALL, states: [] })).toEqual({ ...ALL, states: [] })
  })

  it('EXPORTVIEW1: the defaults need no parameter', () => {
    expect(paramsOf(DEFAULT_EXPORT_OPTIONS)).toEqual({})
    expect(optionsOf(new URLSearchParams())).toEqual(DEFAULT_EXPORT_OPTIONS)
  })

  it('EXPORTVIEW1: what a URL says wrongly counts as not said', () => {
    const wrong = new URLSearchParams('format=parquet&states=great&split=90/20/5&seed=-1&passage=maybe&documents=x')
    expect(optionsOf(wrong)).toEqual({ ...DEFAULT_EXPORT_OPTIONS, states: [] })
  })

  it('EXPORTVIEW2: a licence is never filled in', () => {
    expect(optionsOf(new URLSearchParams('pack=1')).pack).toEqual({ title: '', licence: '' })
  })
})
