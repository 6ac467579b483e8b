// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { PrivacyPanel } from '#features/privacy/privacy-panel'
import { fakeServices } from '#test/screens/fake-services'
import { find, press, renderOn } from '#test/screens/render'

describe('the privacy panel', () => {
  it('shows the policy that the page really carries', async () => {
    const meta = document.createElement('meta')
    meta.httpEquiv = 'Content-Security-Policy'
    meta.content = "default-src 'self'; connect-src 'self'"
    document.head.append(meta)
    onTestFinished(() => meta.remove())
    const host = await renderOn(fakeServices(), <PrivacyPanel onClose={() => undefined} />)
    expect(host.querySelector('.privacy__policy')?.textContent).toBe(meta.content)
  })

  it('claims no policy where the page has none', async () => {
    const host = await renderOn(fakeServices(), <PrivacyPanel onClose={() => undefined} />)
    expect(host.querySelector('.privacy__policy')).toBeNull()
  })

  it('names every part; only the one that sees no text may reach other hosts', async () => {
    const host = await renderOn(fakeServices(), <PrivacyPanel onClose={() => undefined} />)
    const rows = [...host.querySelectorAll('tbody tr')].map(row =>
      [...row.querySelectorAll('td')].map(cell => cell.textContent),
    )
    expect(rows).toHaveLength(6)
    const reaching = rows.filter(([, may]) => may !== 'only the files of this app')
    expect(reaching).toEqual([['no', 'the hosts of the models that you ask for']])
    expect(find(host, 'tbody tr', 'Engine worker').textContent).toContain('yes')
  })

  it('counts requests as they happen, and names those to other hosts', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => {
      vi.useRealTimers()
    })
    let other = 0
    const network = () => ({
      own: 24,
      other,
      refused: 1,
      lastOther: other === 0 ? [] : ['https://elsewhere.example/a'],
    })
    const host = await renderOn(fakeServices({ device: { network } }), <PrivacyPanel onClose={() => undefined} />)
    const counts = (): readonly (string | null)[] =>
      [...host.querySelectorAll('.privacy__counts dd')].map(one => one.textContent)
    expect(counts()).toEqual(['24', '0', '1'])
    expect(host.textContent).not.toContain('elsewhere')
    other = 2
    await act(async () => vi.advanceTimersByTime(2_000))
    expect(counts()).toEqual(['24', '2', '1'])
    expect(host.textContent).toContain('https://elsewhere.example/a')
  })

  it('closes', async () => {
    const close = vi.fn()
    const host = await renderOn(fakeServices(), <PrivacyPanel onClose={close} />)
    await press(find(host, 'button', 'Close'))
    expect(close).toHaveBeenCalledTimes(1)
  })
})
