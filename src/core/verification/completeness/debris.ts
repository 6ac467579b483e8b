/** Debris of markup that a reader would stumble over: headings, fences, emphasis, links, tags, entities. */
const MARKUP =
  /^#{1,6}\s|```|\*\*|__\S|\]\(|<\/?[a-z][^>]{0,80}>|&(?:amp|lt|gt|nbsp|quot);|^[^\S\n]*\|.{0,200}\|[^\S\n]*$/gimu

/** Tags of a half, and places of one in the passage, that are looked at. */
const MOST = 16
/** Units of a line in front of a place. */
const LINE = 200
/** A type between angle brackets: `Rc<T>`, `Map<String, User>`. */
const IS_TYPE = /^<[A-Z]/u

/** Whether marks of the model or the file are left in the words. What the passage shows as code is no mark: `<div>`, `Rc<T>`. */
export function hasDebris(half: string, passageText: string): boolean {
  let looked = 0
  for (const [found] of half.matchAll(MARKUP)) {
    looked += 1
    if (looked > MOST || !found.startsWith('<') || !isCode(passageText, found)) return true
  }
  return false
}

function isCode(passageText: string, tag: string): boolean {
  let looked = 0
  for (let at = passageText.indexOf(tag); at >= 0 && looked < MOST; at = passageText.indexOf(tag, at + tag.length)) {
    looked += 1
    if (IS_TYPE.test(tag) && /\w/u.test(passageText[at - 1] ?? '')) return true
    const line = /[^\n]*$/u.exec(passageText.slice(Math.max(0, at - LINE), at))?.[0] ?? ''
    if (line.split('`').length % 2 === 0) return true
  }
  return false
}
