import type { Name } from '#core/verification/support/names'
import type { PassageFacts } from '#core/verification/support/passage-facts'

/** Letters between a name and the word that stands for it from then on. */
const DEFINED = 40

/** Whether the passage says that one name stands for another: "Bellhouse Joinery Ltd (the Tenant)". */
export function isAlias({ text, names }: PassageFacts, { words }: Name, alias: Name): boolean {
  return names.some(one => {
    if (!words.every(word => one.words.includes(word))) return false
    const behind = text.slice(one.end, one.end + DEFINED)
    const at = behind.indexOf(alias.text)
    return at > 0 && /^[^.;]*[(（][^)）]*$/u.test(behind.slice(0, at))
  })
}
