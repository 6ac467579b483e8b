import { describe, expect, it } from 'vitest'
import { problem, read, textOf } from './collect'

const PROSE =
  'The keeper climbed the narrow stairs every evening, trimmed the lamps, and wrote the weather into a leather book. '.repeat(
    6,
  )

function page(body: string, title = 'Lamps &amp; logs | A site'): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>p { color: red }</style>
<script>var secret = "<p>never text</p>"</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/shop">Shop</a></li></ul></nav>
<main><article>${body}</article></main>
<aside class="advert sidebar"><p>Buy our lamps today!</p></aside>
<footer><p>Copyright and imprint</p></footer></body></html>`
}

describe('main content', () => {
  it('READ10: keeps headings, paragraphs, lists and tables, and leaves the rest of the page out', async () => {
    const html = page(`<h1>Lamps &amp; logs</h1><p>${PROSE}</p>
<h2>Oil &hellip; and wick</h2><p>First line<br>second line.</p>
<ul><li>Oil<ul><li>Whale</li><li>Rape</li></ul></li><li><p>Wick</p></li></ul>
<ol><li>Trim</li><li>Light</li></ol>
<h3>Numbers</h3>
<table><tr><th>Lamp</th><th>Hours</th></tr><tr><td>Small</td><td>6</td></tr><tr><td><p>Large</p></td><td>14</td></tr></table>
<pre>  light()
    keep</pre><p>${PROSE}</p>`)
    const { documents, summary } = await read('a.html', html)
    expect(summary.kind).toBe('html')
    expect(documents[0]?.title).toBe('Lamps & logs | A site')
    expect(documents[0]?.text).toBe(
      [
        '# Lamps & logs',
        PROSE.trim(),
        '## Oil … and wick',
        'First line\nsecond line.',
        '- Oil\n  - Whale\n  - Rape\n- Wick\n1. Trim\n2. Light',
        '### Numbers',
        'Lamp | Hours\nSmall | 6\nLarge | 14',
        '```\n  light()\n    keep\n```',
        PROSE.trim(),
      ].join('\n\n'),
    )
  })

  it('READ10: keeps words inside a sentence whatever their class is called', async () => {
    const html = page(`<h1>Steps</h1><p>${PROSE}</p><p>Choose <span class="guimenuitem">Manual</span>, then
<em class="sidebar" id="ad">Continue</em>, in <a class="menu">the menu</a>.</p><p>${PROSE}</p>`)
    const { documents } = await read('a.html', html)
    expect(documents[0]?.text).toContain('Choose Manual, then Continue, in the menu.')
  })

  it('READ10: shows markup that is text as text, and runs nothing', async () => {
    const html = page(`<h1>Tags</h1><p>${PROSE}</p><p>Write &lt;script&gt;alert(1)&lt;/script&gt; to warn.</p>
<script>globalThis.__ran = true; document.body.textContent = 'replaced'</script>
<img src=x onerror="globalThis.__ran = true"><p onclick="alert(2)">${PROSE}</p><iframe srcdoc="<script>1</script>"></iframe>`)
    const text = await textOf('a.html', html)
    expect(text).toContain('Write <script>alert(1)</script> to warn.')
    expect(text).not.toMatch(/__ran|alert\(2\)|replaced|srcdoc|onerror/)
    expect('__ran' in globalThis).toBe(false)
  })

  it('READ10: falls back to the whole text where there is no main content', async () => {
    expect(await textOf('a.html', '<p>Just a line.</p>')).toBe('Just a line.')
    expect(await textOf('a.html', `<title>Aside</title><p>${PROSE}</p>`)).toBe(PROSE.trim())
    expect(await textOf('a.htm', 'No tags at all & a lone < sign')).toBe('No tags at all & a lone < sign')
  })

  it('READ11: gives the whole text when asked', async () => {
    const html = page(`<h1>Lamps</h1><p>${PROSE}</p>`)
    const text = await textOf('a.xhtml', html, { html: 'whole' })
    expect(text).toBe(`- Home\n- Shop\n\n# Lamps\n\n${PROSE.trim()}\n\nBuy our lamps today!\n\nCopyright and imprint`)
  })

  it('READ11: gives the whole text of a page above the limit, streamed, and says so', async () => {
    const html = page(`<h1>Lamps</h1>${`<p>${PROSE}</p>`.repeat(300)}`)
    const limits = { mainContent: 100_000 }
    const { documents, summary, calls } = await read('a.html', html, { limits })
    expect(summary.warnings).toEqual([{ kind: 'whole-page', limitBytes: 100_000 }])
    expect(calls[0]).toBe('begin')
    expect(documents[0]?.title).toBe('Lamps & logs | A site')
    expect(documents[0]?.text).toBe(await textOf('a.html', html, { html: 'whole' }))
  })

  it('READ11: nesting without end gives the whole text in good time', async () => {
    const html = `<html><body>${'<div>'.repeat(200_000)}The core of it.`
    const { documents, summary } = await read('a.html', html)
    expect(documents[0]?.text).toBe('The core of it.')
    expect(summary.warnings.map(({ kind }) => kind)).toEqual(['whole-page'])
  })

  it('READ11: more elements than can be weighed give the whole text, and say so', async () => {
    const { documents, summary } = await read('a.html', page(`<p>${PROSE}</p>${'<i>a</i>'.repeat(25_001)}`))
    expect(documents[0]?.text).toContain('Copyright and imprint')
    expect(summary.warnings.map(({ kind }) => kind)).toEqual(['whole-page'])
  })

  it('READ11: copes with broken markup', async () => {
    const html = `<p>One<p>Two <b>bold <i>both</b> end</i><ul><li>a<li>b</ul><table><tr><td>1<td>2<tr><td>3<td>4</table>
<a href="x>y" title='a>b'>link</a> 3 < 4 &amp; &unknown; &#8364; &#x1F388; &#150; &#xD800;<!-- comment > --><!--> after <title>T</ti`
    expect(await textOf('a.html', html, { html: 'whole' })).toBe(
      'One\n\nTwo bold both end\n\n- a\n- b\n\n1 | 2\n3 | 4\n\nlink 3 < 4 & &unknown; € 🎈 – \ufffd after',
    )
  })

  it('READ11: unfinished tags and comments swallow nothing that came before', async () => {
    for (const tail of ['<scr', '<script>x', '<!-- never', '<a href="never', '</p', '&am']) {
      const text = await textOf('a.html', `<p>Before.</p>${tail}`, { html: 'whole' })
      expect(text.startsWith('Before.')).toBe(true)
    }
  })

  it('READ10: tables that lay out a page are paragraphs', async () => {
    const html = `<table><tr><td><h2>Left</h2><p>${PROSE}</p></td><td><p>${PROSE}</p><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>`
    expect(await textOf('a.html', html, { html: 'whole' })).toBe(
      `## Left\n\n${PROSE.trim()}\n\n${PROSE.trim()}\n\na | b`,
    )
  })

  it('READ4: takes the encoding that the page states where it is no UTF-8', async () => {
    const head = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><p>'
    const bytes = Uint8Array.from([...new TextEncoder().encode(head), 0xbd, 0xf1, 0xcc, 0xec])
    const { documents, summary } = await read('a.html', bytes)
    expect(documents[0]?.text).toBe('今天')
    expect(summary.encoding).toBe('gbk')
    // UTF-8 that claims to be something else is read as what it is.
    const wrong = '<html><head><meta charset="iso-8859-1"></head><body><p>Größe</p>'
    expect(await textOf('a.html', wrong)).toBe('Größe')
  })

  it('READ2: a page without text is refused', async () => {
    expect((await problem('a.html', '<html><body><script>1</script><img src=x></body></html>')).problem).toEqual({
      kind: 'no-text',
    })
    expect(await problem('a.html', `<script>${'x'.repeat(5000)}</script>`, { limits: { mainContent: 1000 } })).toEqual({
      problem: { kind: 'no-text' },
      calls: [],
    })
  })
})
