import type { HtmlElement, HtmlNode } from '#files/html/dom'
import { PageText } from '#files/html/page-text'

const ELEMENT = 1
const TEXT = 3

/** Attribute that keeps the level of a heading whose tag gets changed. */
export const LEVEL = 'data-level'

/** The readable text below a node. Walks without recursion: pages may be nested as deep as they like. */
export function nodeText(root: HtmlNode): string {
  let text = ''
  const page = new PageText(piece => {
    text += piece
  })
  let node: HtmlNode | null = root
  while (node !== null) {
    if (node.nodeType === TEXT) page.text(node.nodeValue ?? '')
    else if (isElement(node)) page.open(node.nodeName.toLowerCase(), node.getAttribute(LEVEL))
    if (node.firstChild !== null) {
      node = node.firstChild
      continue
    }
    let done: HtmlNode | null = node
    while (done !== null) {
      if (done.nodeType === ELEMENT) page.close(done.nodeName.toLowerCase())
      if (done === root) {
        done = null
      } else if (done.nextSibling !== null) {
        done = done.nextSibling
        break
      } else done = done.parentNode
    }
    node = done
  }
  page.end()
  return text
}

function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === ELEMENT
}
