// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { ProblemError } from '#core/problem'
import type { DownloadState } from '#features/session'
import { FAKE_MODELS, fakeReady } from '#test/screens/fake-models'
import { find, press } from '#test/screens/render'
import { draw, panel } from './draw-models'
import { DESKTOP_GPU, GPU_LIMITS, NO_GPU } from '#test/support/gpu-facts'

const [FIRST = expect.fail(), LLAMA = expect.fail(), OWN = expect.fail()] = FAKE_MODELS
const MB = 1e6

describe('MODELS1: the device', () => {
  const probed = { ...DESKTOP_GPU, adapter: 'apple metal-3' }
  const limits = { ...GPU_LIMITS, maxStorageBuffersPerShaderStage: 8 }
  it.each([
    ['ready', { ...probed, cores: 8, isolated: true }, /WebGPU is ready \(apple metal-3, 16-bit numbers\)/u],
    ['software', { ...probed, software: true, cores: 8, isolated: true }, /computed by the processor/u],
    ['weak', { ...probed, limits, cores: 8, isolated: true }, /below what models need/u],
    [
      'absent',
      { ...NO_GPU, adapter: null, cores: 2, isolated: false },
      /has no WebGPU; small models run on the processor.*2 cores; a model can use one/u,
    ],
  ] as const)('says what was probed: %s', async (_name, facts, words) => {
    const { host } = await draw({ device: { probe: async () => facts } })
    const text = host.querySelector('.device')?.textContent ?? ''
    expect(text).toMatch(words)
    expect(text).not.toMatch(/\d (?:GB|MB|GiB)/u)
    expect(text).not.toContain('Measured')
  })

  it('names speeds that were measured here, the fastest first', async () => {
    const { host } = await draw({ models: FAKE_MODELS })
    expect(host.querySelector('.device')?.textContent).toContain(
      'Measured here: Llama 3.2 3B Instruct writes 38 tokens a second. Qwen2.5 1.5B Instruct writes 12 tokens a second.',
    )
  })
})

describe('the list', () => {
  it('MODELS2: offers one to begin with, with its licence, and the way down from it', async () => {
    const { host, named } = await draw()
    const first = panel(host, 'To begin with')
    expect(first.textContent).toContain('Qwen2.5 7B Instruct')
    expect(first.textContent).toContain('Licence Apache-2.0')
    expect(first.textContent).toContain('May its output train your model? Yes')
    expect(first.querySelectorAll('.ladder li').length).toBeGreaterThan(2)
    expect(first.querySelector('.ladder')?.textContent).toContain('same terms')
    await press(find(first, 'button', 'Download Qwen2.5 7B Instruct'))
    expect(named('downloadModel')).toEqual([['Qwen2.5-7B-Instruct-q4f16_1-MLC']])
  })

  it('MODELS2: says the conditions, and where the terms of the next smaller one differ', async () => {
    const { host } = await draw()
    const all = panel(host, 'All models')
    await press(find(all, 'button', 'Show all'))
    const row = (title: string): string => find(all, '.catalogue li', new RegExp(`^${title}`, 'u')).textContent
    expect(row('Llama 3.1 8B')).toContain(
      'Yes, if you show “Built with Llama”, and your model’s name begins with “Llama”',
    )
    expect(row('Gemma 2 2B')).toMatch(/Mind that its terms differ: Apache-2.0/u)
    expect(row('OLMo 2')).toContain('Not known Read its terms first.')
    expect(row('Qwen3 8B')).toContain('Its terms are the same.')
  })

  it('is narrowed, and says when nothing is left', async () => {
    const { host } = await draw()
    const all = panel(host, 'All models')
    const choose = async (label: string, value: string): Promise<void> => {
      const field = find(all, '.ui-field', label).querySelector('select') ?? expect.fail()
      await act(async () => {
        field.value = value
        field.dispatchEvent(new Event('change', { bubbles: true }))
      })
    }
    await choose('Runs on', 'wllama')
    await choose('Weights', 'large')
    expect(all.textContent).toContain('No model fits all of this.')
    await press(find(all, 'button', 'Show all'))
    expect(all.querySelectorAll('.catalogue li').length).toBeGreaterThan(3)
  })

  it('says what is here and what is on its way', async () => {
    const download: DownloadState = { title: '', from: null, progress: null, problem: null }
    const { host } = await draw({
      models: [LLAMA],
      session: { downloads: { 'Qwen2.5-7B-Instruct-q4f16_1-MLC': download } },
    })
    const all = panel(host, 'All models')
    await press(find(all, 'button', 'Show all'))
    expect(find(all, '.catalogue > li', /^Llama 3.2 3B/u).textContent).toContain('on this device')
    expect(find(all, '.catalogue > li', /^Qwen2.5 7B/u).textContent).toContain('downloading')
  })
})

describe('MODELS8: downloads', () => {
  const progress = {
    bytes: 1204 * MB,
    totalBytes: 4290 * MB,
    file: 31,
    files: 112,
    bytesPerSecond: 24.4 * MB,
    msLeft: 126_000,
  }

  it('show bytes, speed and time left, and can be cancelled', async () => {
    const { host, named } = await draw({
      session: { downloads: { 'Qwen3-8B-q4f16_1-MLC': { title: 'Qwen3 8B', from: null, progress, problem: null } } },
    })
    const downloads = panel(host, 'Downloads')
    expect(downloads.textContent).toContain('1.2 GB of 4.29 GB · 24.4 MB/s · 2 min left · file 31 of 112')
    await press(find(downloads, 'button', 'Cancel'))
    expect(named('cancelDownload')).toEqual([['Qwen3-8B-q4f16_1-MLC']])
  })

  it('claim nothing that is not known yet', async () => {
    const early = { ...progress, totalBytes: null, bytesPerSecond: null, msLeft: null, file: 1, files: 1 }
    const { host } = await draw({
      session: { downloads: { x: { title: 'x', from: null, progress: early, problem: null } } },
    })
    expect(panel(host, 'Downloads').querySelector('.download__figures')?.textContent).toBe('1.2 GB')
    expect(panel(host, 'Downloads').querySelector('[role=progressbar]')?.hasAttribute('aria-valuenow')).toBe(false)
  })

  it('that stopped say why, go on from their address or the list, or are discarded', async () => {
    const from = { url: 'https://models.example/a', library: 'https://models.example/a.wasm' }
    const { host, named } = await draw({
      session: {
        downloads: {
          'Qwen3-8B-q4f16_1-MLC': {
            title: 'Qwen3 8B',
            from: null,
            progress: null,
            problem: { kind: 'download-unreachable', url: 'https://models.example/' },
          },
          'address-1': { title: 'a', from, progress, problem: { kind: 'cancelled' } },
        },
      },
    })
    const [listed = expect.fail(), own = expect.fail()] = host.querySelectorAll<HTMLElement>('.download')
    expect(listed.textContent).toContain('The server could not be reached')
    expect(own.textContent).toContain('Stopped at 1.2 GB; what was fetched is kept.')
    await press(find(listed, 'button', 'Try again'))
    await press(find(own, 'button', 'Go on'))
    await press(find(own, 'button', 'Discard'))
    expect(named('downloadModel')).toEqual([['Qwen3-8B-q4f16_1-MLC']])
    expect(named('addModelByUrl')).toEqual([[from.url, from.library]])
    expect(named('cancelDownload')).toEqual([['address-1']])
  })
})

describe('what lies here', () => {
  it('MODELS4: is listed with its size and the total, and goes only after a yes', async () => {
    const { host, named } = await draw({ models: FAKE_MODELS })
    const stored = panel(host, 'On this device')
    expect(stored.textContent).toContain('3 models, 3.73 GB in all')
    expect(stored.textContent).toContain('Measured here: reads 41, writes 12 tokens a second · loads in 3 s')
    expect(stored.textContent).toContain('Not measured here yet')
    await press(find(stored, 'button', 'Delete house-tuned …'))
    expect(host.textContent).toContain('806 MB become free.')
    await press(find(host, 'dialog button', 'Keep it'))
    expect(named('deleteModel')).toEqual([])
    await press(find(stored, 'button', 'Delete house-tuned …'))
    await press(find(host, 'dialog button', 'Delete the model'))
    expect(named('deleteModel')).toEqual([[OWN.id]])
  })

  it('MODELS7: is loaded with the context that was chosen', async () => {
    const { host, named } = await draw({ models: [FIRST] })
    const stored = panel(host, 'On this device')
    const select = stored.querySelector('select') ?? expect.fail()
    await act(async () => {
      select.value = '8192'
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await press(find(stored, 'button', /^Load$/u))
    expect(named('loadModel')).toEqual([[FIRST.id, 8_192]])
  })

  it('says in its row why it could not even be begun with', async () => {
    const loadModel = async (): Promise<never> => {
      throw new ProblemError({ kind: 'model-missing', model: FIRST.id })
    }
    const { host } = await draw({ models: [FIRST], commands: { loadModel } })
    await press(find(panel(host, 'On this device'), 'button', /^Load$/u))
    expect(host.querySelector('.stored [role=alert]')?.textContent).toContain('The model is not on this device')
  })
})

describe('the engine', () => {
  it('MODELS5: says that nothing is loaded, what is, and how fast it is', async () => {
    const { host, services } = await draw({ models: FAKE_MODELS })
    expect(host.textContent).toContain('No model is loaded.')
    await act(async () => services.session.setState({ engine: fakeReady(FIRST.id) }))
    const card = host.querySelector('.engine') ?? expect.fail()
    expect(card.textContent).toContain('Qwen2.5 1.5B InstructLoadedCPU, 7 threads12tokens/s written41tokens/s read')
    await press(find(card, 'button', 'Unload'))
    expect(host.textContent).toContain('No model is loaded.')
  })

  it('MODELS5: shows the phase of loading, and stops it', async () => {
    const { host, named } = await draw({
      models: FAKE_MODELS,
      session: { engine: { state: 'loading', model: LLAMA.id, progress: { phase: 'weights', done: 1, total: 4 } } },
    })
    const card = host.querySelector('.engine') ?? expect.fail()
    expect(card.textContent).toContain('Loading Llama 3.2 3B Instruct')
    expect(card.textContent).toContain('Moving its weights into memory · 25%')
    await press(find(card, 'button', 'Cancel'))
    expect(named('unloadModel')).toHaveLength(1)
  })

  it('MODELS6: says why it failed, and offers the next smaller one where it was too much', async () => {
    const failed = (kind: 'out-of-memory' | 'engine-gone') =>
      ({ state: 'failed', model: LLAMA.id, problem: { kind, detail: 'code 7' } }) as const
    const { host, services, named } = await draw({ models: FAKE_MODELS, session: { engine: failed('out-of-memory') } })
    const alert = host.querySelector('[role=alert]') ?? expect.fail()
    expect(alert.textContent).toContain('There was not enough memory for this model.')
    expect(alert.textContent).toContain('code 7')
    await press(find(alert, 'button', 'Get the smaller Llama 3.2 1B Instruct'))
    expect(named('downloadModel')).toEqual([['Llama-3.2-1B-Instruct-q4f16_1-MLC']])
    await act(async () => services.session.setState({ engine: failed('engine-gone') }))
    expect(host.querySelector('[role=alert]')?.textContent).not.toContain('smaller Llama')
    await press(find(host, '[role=alert] button', 'Try again'))
    expect(named('loadModel')).toHaveLength(1)
  })
})

describe('around it', () => {
  it('MODELS11: a tab that only follows shows all and changes nothing', async () => {
    const { host } = await draw({ models: FAKE_MODELS, session: { role: 'follower' } })
    expect(host.textContent).toContain('Another tab holds the project')
    const stored = panel(host, 'On this device')
    const acts = [...stored.querySelectorAll('button'), ...panel(host, 'Your own model').querySelectorAll('button')]
    expect(acts.length).toBeGreaterThan(8)
    expect(acts.filter(one => !one.disabled)).toEqual([])
    expect(find(host, 'button', 'Download Qwen2.5 7B').hasAttribute('disabled')).toBe(true)
  })

  it('says when the device is offline', async () => {
    const { host } = await draw({ device: { online: () => false } })
    expect(host.textContent).toContain('This device is offline.')
  })

  it('leads to the proof that nothing leaves', async () => {
    const { host, privacy } = await draw()
    await press(find(host, 'button', 'See why nothing leaves'))
    expect(privacy).toHaveBeenCalledTimes(1)
  })

  it('speaks Chinese', async () => {
    const { host } = await draw({ models: FAKE_MODELS, session: { locale: 'zh', engine: fakeReady(FIRST.id) } })
    expect(host.textContent).toContain('这台设备可以在显卡上运行模型')
    expect(host.textContent).toContain('可以，条件是 标明“Built with Llama”，且你的模型名称以“Llama”开头')
  })
})
