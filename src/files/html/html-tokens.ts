import type { DecodeEntities } from '#files/html/entities'

/** Takes what a page is made of, in order. */
export interface HtmlHandler {
  open(name: string): void
  close(name: string): void
  text(text: string): void
  /** The text of `title`. */
  title(text: string): void
}

/** Elements whose content is no markup. */
const RAW = /^(script|style|title|textarea|xmp|iframe|noembed|noframes)$/
/** A tag that has not ended by then is no tag. */
const LONGEST_TAG = 1 << 20
/** A reference may be cut by the end of a piece. */
const LONGEST_REFERENCE = 40

/** Cuts a page that arrives in pieces into tags and texts; as forgiving as a browser where it matters for text. */
export class HtmlTokens {
  readonly #handler: HtmlHandler
  readonly #decode: DecodeEntities
  #buffer = ''
  #raw: string | null = null
  #rawText = ''
  #inComment = false

  constructor(handler: HtmlHandler, decode: DecodeEntities) {
    this.#handler = handler
    this.#decode = decode
  }

  push(piece: string): void {
    this.#buffer += piece
    this.#run(false)
  }

  end(): void {
    this.#run(true)
  }

  #run(last: boolean): void {
    const text = this.#buffer
    let at = 0
    while (at < text.length) {
      const next = this.#raw !== null ? this.#rawEnd(text, at, this.#raw, last) : this.#step(text, at, last)
      if (next === at) break
      at = next
    }
    this.#buffer = text.slice(at)
  }

  /** Goes on by one token; gives where the next one starts, the same place when it is not complete yet. */
  #step(text: string, at: number, last: boolean): number {
    if (this.#inComment) {
      const end = text.indexOf('-->', at)
      if (end < 0) return last ? text.length : Math.max(at, text.length - 2)
      this.#inComment = false
      return end + 3
    }
    if (text.charAt(at) !== '<') return this.#textRun(text, at, last)
    if (!last && text.length - at < 4) return at
    if (text.startsWith('<!--', at)) {
      this.#inComment = true
      // `<!-->` is a whole comment.
      return at + 2
    }
    const closing = text.charAt(at + 1) === '/'
    const declaration = /[!?]/.test(text.charAt(at + 1))
    if (!declaration && !/[a-z]/i.test(text.charAt(at + (closing ? 2 : 1)))) {
      this.#handler.text('<')
      return at + 1
    }
    const end = declaration || closing ? text.indexOf('>', at) : tagEnd(text, at + 1)
    if (end < 0) {
      if (!last && text.length - at < LONGEST_TAG) return at
      this.#handler.text('<')
      return at + 1
    }
    if (!declaration) this.#tag(text.slice(at + (closing ? 2 : 1), end), closing)
    return end + 1
  }

  #textRun(text: string, at: number, last: boolean): number {
    const tag = text.indexOf('<', at)
    let end = tag < 0 ? text.length : tag
    if (tag < 0 && !last) {
      const reference = text.lastIndexOf('&')
      if (reference >= at && reference > end - LONGEST_REFERENCE && !text.includes(';', reference)) end = reference
    }
    if (end > at) this.#handler.text(this.#decode(text.slice(at, end)))
    return end
  }

  #tag(inside: string, closing: boolean): void {
    const name = (/^[^\s/>]*/.exec(inside)?.[0] ?? '').toLowerCase()
    if (closing) {
      this.#handler.close(name)
      return
    }
    if (RAW.test(name)) {
      this.#raw = name
      this.#rawText = ''
    } else {
      this.#handler.open(name)
      if (inside.endsWith('/')) this.#handler.close(name)
    }
  }

  #rawEnd(text: string, at: number, name: string, last: boolean): number {
    const found = text.slice(at).search(new RegExp(`</${name}[\\s/>]`, 'i'))
    const end = found < 0 ? (last ? text.length : Math.max(at, text.length - name.length - 3)) : at + found
    if (name === 'title' && this.#rawText.length < LONGEST_TAG) this.#rawText += text.slice(at, end)
    if (found < 0) return end
    if (name === 'title') this.#handler.title(this.#decode(this.#rawText))
    this.#raw = null
    const close = text.indexOf('>', end)
    return close < 0 ? text.length : close + 1
  }
}

/** Where the tag ends whose name starts at `at`, -1 when it does not; `>` inside a quoted value does not end it. */
function tagEnd(text: string, at: number): number {
  for (let place = at; place < text.length; place++) {
    const character = text.charAt(place)
    if (character === '>') return place
    if (character !== '=') continue
    while (/\s/.test(text.charAt(place + 1))) place += 1
    const quote = text.charAt(place + 1)
    if (quote !== '"' && quote !== "'") continue
    place = text.indexOf(quote, place + 2)
    if (place < 0) return -1
  }
  return -1
}
