/** Identifiers that a dataset card may state as they are; any other licence is stated by its name. */
export const LICENCES: readonly string[] = [
  'apache-2.0',
  'mit',
  'bsd-2-clause',
  'bsd-3-clause',
  'cc',
  'cc0-1.0',
  'cc-by-2.0',
  'cc-by-2.5',
  'cc-by-3.0',
  'cc-by-4.0',
  'cc-by-sa-3.0',
  'cc-by-sa-4.0',
  'cc-by-nc-2.0',
  'cc-by-nc-3.0',
  'cc-by-nc-4.0',
  'cc-by-nd-4.0',
  'cc-by-nc-nd-3.0',
  'cc-by-nc-nd-4.0',
  'cc-by-nc-sa-2.0',
  'cc-by-nc-sa-3.0',
  'cc-by-nc-sa-4.0',
  'cdla-sharing-1.0',
  'cdla-permissive-1.0',
  'cdla-permissive-2.0',
  'gfdl',
  'gpl',
  'gpl-2.0',
  'gpl-3.0',
  'agpl-3.0',
  'lgpl-3.0',
  'mpl-2.0',
  'odbl',
  'odc-by',
  'pddl',
  'unlicense',
  'wtfpl',
  'other',
  'unknown',
]

/** How the front matter of a card states a licence: by identifier, or as `other` with its name. */
export function licenceFields(licence: string): { license: string; license_name?: string } {
  const stated = licence.trim()
  const identifier = stated.toLowerCase()
  return LICENCES.includes(identifier) ? { license: identifier } : { license: 'other', license_name: stated }
}
