import { safeJson } from '#core/export/json-line'

export type YamlValue = string | number | boolean | readonly YamlValue[] | { readonly [key: string]: YamlValue }

/** Characters that YAML does not allow in a file, though JSON does. */
const UNPRINTABLE = /[\u007f-\u009f\ufeff\ufffe\uffff]/g

/**
 * Lines of YAML for a map. Every text is quoted, so that no value is taken for a date, a number, a boolean (`no`) or
 * markup; keys are the project's own plain words.
 */
export function yamlLines(map: { readonly [key: string]: YamlValue }): string[] {
  return Object.entries(map).flatMap(([key, value]) => {
    if (typeof value !== 'object') return [`${key}: ${scalar(value)}`]
    const inner = blockLines(value)
    if (inner.length === 0) return [`${key}: ${Array.isArray(value) ? '[]' : '{}'}`]
    return [`${key}:`, ...inner.map(line => `  ${line}`)]
  })
}

function blockLines(value: readonly YamlValue[] | { readonly [key: string]: YamlValue }): string[] {
  if (!isList(value)) return yamlLines(value)
  return value.flatMap(item => {
    const lines = typeof item === 'object' ? blockLines(item) : [scalar(item)]
    return lines.map((line, index) => `${index === 0 ? '- ' : '  '}${line}`)
  })
}

/** `Array.isArray` does not narrow readonly lists. */
function isList(value: readonly YamlValue[] | { readonly [key: string]: YamlValue }): value is readonly YamlValue[] {
  return Array.isArray(value)
}

function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value)
  return safeJson(value).replace(UNPRINTABLE, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
