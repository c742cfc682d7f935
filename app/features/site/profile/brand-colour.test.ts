import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brandColours, contrastOf, foldColour } from './brand-colour.domain.ts'

const colour = fc
  .tuple(...([0, 1, 2] as const).map(() => fc.integer({ min: 0, max: 255 })))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`)

describe('the colour of an agency', () => {
  test('can be read in every theme, whatever was chosen', () => {
    fc.assert(
      fc.property(colour, (chosen) => {
        const { light, dark } = brandColours(chosen)
        for (const [theme, grounds] of [
          [light, ['#ffffff', '#f4f7fb', light.soft]],
          [dark, ['#0f1722', '#172131', dark.soft]],
        ] as const) {
          for (const ground of grounds) expect(contrastOf(theme.brand, ground)).toBeGreaterThanOrEqual(4.5)
          expect(contrastOf(theme.ink, theme.brand)).toBeGreaterThanOrEqual(4.5)
        }
        for (const one of ['#14213d', '#4d5c75', '#0b5394'])
          expect(contrastOf(one, light.soft)).toBeGreaterThanOrEqual(4.5)
        for (const one of ['#e8edf4', '#a9b7ca', '#8fbcf2'])
          expect(contrastOf(one, dark.soft)).toBeGreaterThanOrEqual(4.5)
      }),
      // The ends of the scale are always asked, not only when they are drawn.
      { numRuns: 2000, examples: [['#000000'], ['#ffffff'], ['#ff0000'], ['#00ff00'], ['#0000ff']] },
    )
  })

  test('stays as it was chosen where it can be read, and moves where it cannot', () => {
    expect(brandColours('#0b3d78').light).toMatchObject({ brand: '#0b3d78', isAdjusted: false })
    expect(brandColours('#0b3d78').dark.isAdjusted).toBe(true)
    const yellow = brandColours('#ffe600').light
    expect(yellow.isAdjusted).toBe(true)
    expect(yellow.given).toBeLessThan(1.5)
    expect(yellow.used).toBeGreaterThanOrEqual(4.5)
  })

  test('contrast is counted as WCAG counts it', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  test('is read as people write it', () => {
    expect([' #0B3D78', '0b3d78', '#03a', 'blue', '#12345', ''].map(foldColour)).toEqual([
      '#0b3d78',
      '#0b3d78',
      '#0033aa',
      null,
      null,
      null,
    ])
  })
})
