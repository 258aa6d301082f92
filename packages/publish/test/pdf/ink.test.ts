import { deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { inkColours, rewriteDrawing } from '../../src/pdf/ink.ts'

describe('ink', () => {
  it('prints black with the black plate alone and leaves other colours', () => {
    expect(inkColours('0 0 0 RG 0 0 0 rg\n.5 0 0 RG\n0 0 0 rg', 'black')).toBe(
      '0 0 0 1 K 0 0 0 1 k\n.5 0 0 RG\n0 0 0 1 k',
    )
  })

  it('prints every colour in shades of black with one colour', () => {
    expect(inkColours('1 1 1 rg\n1 0 0 RG', 'one-colour')).toBe('0 0 0 0 k\n0 0 0 0.7874 K')
  })

  it('rewrites packed drawings and leaves images alone', async () => {
    const packed = { dictionary: '<</Filter /FlateDecode\n/Length 9>>', data: deflateSync('0 0 0 rg\n') }
    const rewritten = await rewriteDrawing(packed, 'black')
    expect(inflateSync(rewritten?.data ?? Buffer.of()).toString()).toBe('0 0 0 1 k\n')
    const image = { dictionary: '<</Filter /DCTDecode /Length 3>>', data: Buffer.from('abc') }
    expect(await rewriteDrawing(image, 'black')).toBeUndefined()
  })
})
