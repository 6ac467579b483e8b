import { DEFAULT_EXPORT_OPTIONS, type ExportOptions } from '#core/export/export-plan'
import { FORMAT_NAMES } from '#core/export/format'
import { parseSplitRatio, type SplitRatio } from '#core/export/split-ratio'
import { narrowingOf, narrowingParams } from '#features/narrowing-params'
import type { UrlOptions } from '#features/use-url-options'

/** `90/5/5`, as it is typed and as it stands in the URL. */
export function ratioText({ train, validation, test }: SplitRatio): string {
  return `${train}/${validation}/${test}`
}

/** The options of a URL; what it does not say, or says wrongly, is the default. */
export function optionsOf(params: URLSearchParams): ExportOptions {
  const standard = DEFAULT_EXPORT_OPTIONS
  const seed = Number(params.get('seed') ?? Number.NaN)
  return {
    ...narrowingOf(params, standard),
    name: params.get('name') ?? standard.name,
    format: FORMAT_NAMES.find(name => name === params.get('format')) ?? standard.format,
    split: parseSplitRatio(params.get('split') ?? ''),
    seed: Number.isSafeInteger(seed) && seed >= 0 ? seed : standard.seed,
    passageInPrompt:
      (['auto', 'yes', 'no'] as const).find(mode => mode === params.get('passage')) ?? standard.passageInPrompt,
    systemPrompt: params.get('system') ?? '',
    compression: params.get('gzip') === '1' ? 'gzip' : 'none',
    pack:
      params.get('pack') === '1' ? { title: params.get('title') ?? '', licence: params.get('licence') ?? '' } : null,
  }
}

/** The parameters that `optionsOf` reads back, without the defaults. */
export function paramsOf(options: ExportOptions): Readonly<Record<string, string>> {
  const standard = DEFAULT_EXPORT_OPTIONS
  return {
    ...(options.name !== standard.name && { name: options.name }),
    ...(options.format !== standard.format && { format: options.format }),
    ...narrowingParams(options, standard),
    ...(options.split !== null && { split: ratioText(options.split) }),
    ...(options.seed !== standard.seed && { seed: String(options.seed) }),
    ...(options.passageInPrompt !== standard.passageInPrompt && { passage: options.passageInPrompt }),
    ...(options.systemPrompt !== '' && { system: options.systemPrompt }),
    ...(options.compression !== standard.compression && { gzip: '1' }),
    ...(options.pack !== null && {
      pack: '1',
      ...(options.pack.title !== '' && { title: options.pack.title }),
      ...(options.pack.licence !== '' && { licence: options.pack.licence }),
    }),
  }
}

export const EXPORT_URL: UrlOptions<ExportOptions> = { screen: 'export', optionsOf, paramsOf }
