import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const CSS = readFileSync('src/ui/tokens.css', 'utf8')

/** Colours by name, light and dark. */
const COLOURS = new Map(
  [...CSS.matchAll(/--([a-z-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name,
    { light, dark },
  ]),
)

function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/** Contrast by WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function pairs(names: readonly string[], grounds: readonly string[]): readonly (readonly [string, string])[] {
  return names.flatMap(name => grounds.map(ground => [name, ground] as const))
}

const TEXT = [
  ...pairs(['ink', 'soft', 'faint', 'accent', 'ok', 'no', 'warn'], ['bg', 'panel', 'sunk']),
  ...pairs(['ink', 'soft', 'faint', 'accent'], ['accent-soft']),
  ...pairs(['ink'], ['mark', 'ok-soft', 'no-soft', 'warn-soft']),
  ['ok', 'ok-soft'],
  ['no', 'no-soft'],
  ['warn', 'warn-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
] as const

describe.each(['light', 'dark'] as const)('colours in the %s theme', theme => {
  const of = (name: string): string => COLOURS.get(name)?.[theme] ?? expect.fail(`no colour ${name}`)

  it.each(TEXT)('text in %s on %s reaches AA', (name, ground) => {
    expect(contrast(of(name), of(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(pairs(['edge', 'accent', 'mark-line'], ['bg', 'panel']))(
    'the edge %s on %s can be made out',
    (name, ground) => {
      expect(contrast(of(name), of(ground))).toBeGreaterThanOrEqual(name === 'mark-line' ? 2 : 3)
    },
  )
})

describe('sizes', () => {
  it('fingers get 44 px', () => {
    const coarse = /@media \(pointer: coarse\) \{([\s\S]*?)\n\}/.exec(CSS)?.[1] ?? ''
    expect(coarse).toMatch(/--control: 44px/)
    expect(coarse).toMatch(/--control-s: 44px/)
  })

  it('nothing moves longer than 150 ms, and nothing at all for those who asked for less', () => {
    expect(Number(/--quick: (\d+)ms/.exec(CSS)?.[1])).toBeLessThan(150)
    expect(/prefers-reduced-motion: reduce\) \{[\s\S]*?--quick: 0ms/.test(CSS)).toBe(true)
  })
})
