import type { Range as Place } from '#core/synthesis/pair'

/** Text before a place inside of a block, in UTF-16 code units. */
function lengthBefore(block: Element, node: Node, offset: number): number {
  const range = block.ownerDocument.createRange()
  range.setStart(block, 0)
  range.setEnd(node, offset)
  return range.toString().length
}

/**
 * The range of the passage that is selected: in UTF-16 code units of its text, without white space around it. Blocks say
 * with `data-from` where their text begins. null where nothing of the passage is selected.
 */
export function selectedRange(passage: Element, selection: Selection | null, text: string): Place | null {
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null
  const chosen = selection.getRangeAt(0)
  let first: number | null = null
  let last = 0
  for (const block of passage.querySelectorAll('[data-from]')) {
    if (!chosen.intersectsNode(block)) continue
    const from = Number(block.getAttribute('data-from'))
    const start = block.contains(chosen.startContainer)
      ? from + lengthBefore(block, chosen.startContainer, chosen.startOffset)
      : from
    const end = block.contains(chosen.endContainer)
      ? from + lengthBefore(block, chosen.endContainer, chosen.endOffset)
      : from + block.textContent.length
    first ??= start
    last = Math.max(last, end)
  }
  return first === null ? null : trimmed(text, { start: first, end: last })
}

function trimmed(text: string, { start, end }: Place): Place | null {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  const to = start + words.trimEnd().length
  return from < to ? { start: from, end: to } : null
}
