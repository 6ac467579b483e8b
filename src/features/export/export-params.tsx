import type { Language } from '#core/documents/document'
import { DEFAULT_EXPORT_OPTIONS, type ExportOptions } from '#core/export/export-plan'
import { FORMAT_NAMES } from '#core/export/format'
import { parseSplitRatio, type SplitRatio } from '#core/export/split-ratio'
import { STATES } from '#core/synthesis/pair'
import type { UrlOptions } from '#features/use-url-options'

const LANGUAGES: readonly Language[] = ['en', 'zh', 'other']

/** `90/5/5`, as it is typed and as it stands in the URL. */
export function ratioText({ train, validation, test }: SplitRatio): string {
  return `${train}/${validation}/${test}`
}

/** The options of a URL; what it does not say, or says wrongly, is the default. */
export function optionsOf(params: URLSearchParams): ExportOptions {
  const standard = DEFAULT_EXPORT_OPTIONS
  const list = (name: string): readonly string[] | null => params.get(name)?.split(',').filter(Boolean) ?? null
  const among = <T extends string>(known: readonly T[], names: readonly string[] | null): readonly T[] | null =>
    names === null ? null : known.filter(name => names.includes(name))
  const documents = list('documents')?.map(Number).filter(Number.isSafeInteger)
  const seed = Number(params.get('seed') ?? Number.NaN)
  return {
    name: params.get('name') ?? standard.name,
    format: FORMAT_NAMES.find(name => name === params.get('format')) ?? standard.format,
    states: among(STATES, list('states')) ?? standard.states,
    documents: documents === undefined || documents.length === 0 ? null : documents,
    tasks: list('tasks')?.map(decodeURIComponent) ?? [],
    languages: among(LANGUAGES, list('languages')) ?? [],
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
    ...(options.states.join() !== standard.states.join() && { states: options.states.join() || ',' }),
    ...(options.documents !== null && { documents: options.documents.join() }),
    ...(options.tasks.length > 0 && { tasks: options.tasks.map(encodeURIComponent).join() }),
    ...(options.languages.length > 0 && { languages: options.languages.join() }),
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
