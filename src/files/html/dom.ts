import { ProblemError } from '#core/problem'
import { type DecodeEntities, entityDecoder } from '#files/html/entities'

/** The parts of a document object model that are used; a worker's type library does not know them. */
export interface HtmlNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly textContent: string | null
  readonly firstChild: HtmlNode | null
  readonly nextSibling: HtmlNode | null
  readonly parentNode: HtmlNode | null
}

export interface HtmlElement extends HtmlNode {
  getAttribute(name: string): string | null
  removeAttribute(name: string): void
  setAttribute(name: string, value: string): void
}

export interface HtmlDocument {
  readonly body: HtmlElement
  querySelectorAll(selector: string): Iterable<HtmlElement>
}

/** What reads pages, loaded on first use. */
export interface HtmlTools {
  /** Markup of a body to a document with that title. No script in it ever runs. */
  parse(body: string, title: string): HtmlDocument
  readonly decode: DecodeEntities
}

export async function loadHtmlTools(): Promise<HtmlTools> {
  const { parseHTML } = await import('linkedom/worker')
  const parse = (body: string, title: string): HtmlDocument => {
    const head = `<!doctype html><html><head><title>${title.replaceAll('<', '&lt;')}</title></head>`
    const page: unknown = parseHTML(`${head}<body>${body}</body></html>`)
    if (!hasDocument(page)) throw new ProblemError({ kind: 'unexpected', detail: 'linkedom made no document' })
    return page.document
  }
  const decode = entityDecoder(name => {
    const text = parse(`<i>&${name};</i>`, '').body.textContent
    return text === null || text === `&${name};` ? null : text
  })
  return { parse, decode }
}

/** Its types speak of a window; what comes is a window-like object with a document of linkedom's own making. */
function hasDocument(page: unknown): page is { readonly document: HtmlDocument } {
  return typeof page === 'object' && page !== null && Reflect.get(page, 'document') instanceof Object
}
