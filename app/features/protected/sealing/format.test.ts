import { describe, expect, it } from 'vitest'
import { chainHash, chainStart, checkChain } from './chain.server.ts'
import { openDerivation } from './derivation.server.ts'
import { fileKeyOf, openFile } from './files.server.ts'
import { openItem } from './items.server.ts'
import { fingerprintOf, sealingPairOf, signingPairOf } from './keys.server.ts'
import { printKey } from './printed-key.server.ts'
import { receiptOf } from './receipt.domain.ts'

/** What was made with the first version of the format. A case lasts for years: none of this may ever change. */
const key = (byte: number) => new Uint8Array(32).fill(byte)
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const fromHex = (text: string) => Buffer.from(text, 'hex')
const cheap = { passes: 1, memory: 8192 }
const derivation = openDerivation({
  pepper: key(1),
  atOnce: 1,
  waiting: 1,
  receiptCost: cheap,
  vaultCost: cheap,
})
const [pair, signing] = [sealingPairOf(key(4)), signingPairOf(key(5))]
const place = {
  reportId: '0f2b7d0c-6a55-4b7e-9d0a-0d5e6f1a2b3c',
  epoch: 0,
  seq: 0,
  kind: 'report',
  author: 'reporter',
  authorKeyId: null,
  day: '2026-11-26',
} as const
const sealed = {
  sealedDek: Buffer.from(
    'ztwCmWGah26GJE2YstYGV65g3MBtBl3rJqy6OmGWek2rnizD3oPdSy/m9swsxxR/f77ahMTP29hpMCjiKBZ53nxlWyH9FTV87ZhvqeQ2+10=',
    'base64',
  ),
  body: Buffer.from(
    [
      'DCtvstInooF6AFN3v8wzHHBo4M3VdEU/3z1UVLLuVMJ0FhpnyxPVizHZLkRAOIDEKlP4d2ZC1e9dOxs1fSEqUxQo',
      'R3uKVqAJwgb/CAIXZGPk6BDG/dAuD4j6XHZb+2r9URuZeDsihIaFYDrxIHwoz6TXLlFlvUKWYWHzKbQySNVj/agw',
      'G+uOCRwOoi2SPlICmIiD5Cpv+xxzB7O9xQ3QFhK57CZlVNCYoIj4yxthq3NH/AsUQD9BlP6wwFMwQCv1PbZ61ZXT',
      '4dA8hF0zSS51IFAFWIciH4uPxcYaLovppkBDcPX8ySOBUqGkr3N11RRulUTZkvFICVJrO3WF6sd9SSTozSXj670A',
      'Dub8P6GcgMGlHaHq6Dn0UIwAvmp3MSGMWdq2FBQBn09knFV6bJtKH8g6vV1YGOI8iu/NuAbof5DCIPfS8b4+bl6B',
      'U2wutsXZOM20VostcVe7xnYW9vxPSHldRav9/WzjxmVS2trAO5bXnOH19dI9ZdS4gJj84BeGICcWrLQof9LWNSTN',
      'M8Ccu0ofylQH9UafVSdtgly1DNcWyEgUz/oe7GEclJUkAp1DT2mrwRny9+B5O/pFL3JkAp13TUdaIL6bR0q+qJph',
      'pvJxzgsFZlrROZacipufY8EINMPk6E/GAPI21mTGmOlE6YINDsp28bPrT/ObOc/KHPNkUS/ZUGHc33AbaNMGQ1y3',
      'R01eGgt8uS14YVFbhZr2tiVwyPjxeFe7d9tDw/VK+DlX1mna6HtZoDGBiHP3HbotPP0/2G6MfdArXctmxacypLW5',
      'OX4Nwp3Ep4lwmowthO8CTQ6U2LwWRSyJdTB60tGYGoP0zVpM11/QtUJIti84qlKu/m01KlxfiI53WywDsMdpw3u9',
      'X1QR+x2o5YMdyETWUhWDEl1Corvx91B/3rmHZdOSO0Ww9ZeERReObLEpaStGQqE2ySJLCiNVdKlgWFGqC73orAjH',
      '+6VTm6ftW1U43PAJBILkIdrrB6f8RHxiYzhAqFIWxsliIIQPcQXXrn94sLFjQENo7F03776+5PitID4kA0+smOX2',
      'BSGiYp0acH+0xaZmTkGeQWsk+/lNkGlmZcIDIn39c8gbv8YbNorqifdp10tz9CVcAii+Rbry0d9vX2+AALUe45oX',
      '2Qca9oT2lYGN+3N2MkAUK19Lowbaren6umkdp5IfpHytb8l9gY6Y9FiV5JnSntkqMYIFoEmugR+n0mrI7NoF4TSF',
      'ltDuiVTjGqkcBEa3hDSvSjBrVXor3ktEEfkjthEBf5eJ4ZE/zTly7mw5+iuz3ptvM70YIMdhBeBnIvWnfSSrwKxL',
      'ei9Ir1HwtRbMx7KJT3ew2Loed+fTkyxLHVlNHcCqtxtgVblseJMR5xUBA/RIEkrBQ8VGirHANk4ft9NvXRBz3Fwc',
      '0hzXmKVu1G4=',
    ].join(''),
    'base64',
  ),
}
const file = Buffer.from(
  [
    'MhjTe+Sos8SPJc3bryGI0nr7TMWUhp3cidyLKETRqRvHEdlFsoIU+sKvTELwF86Bnv9auGYh9Colsh5il+cNfs8p',
    'biRI4ZqkjEZ3YWFlyn1WpMoz6QvUX9USGXg3SfIOISbReeXaXmyzBtCHVq2rVj5tS423O8fFqrBzu0K+SNj6+pMa',
    'FnGiLOdUbZdsWt8qr0523YGpuyodxNbNZoCOsU6QY/zACZDre+ucXCvjh7+aIZsSEsGhdOEAh/q9NuNaId/aeKj0',
    'xJOTVSFuvPQvfNz9MUTKlUqP+zJLKP7uSbg5ZPvYKAsPANBt0Kp9+ZDjPvp89YniTUtMkuHg+3/v0tDIN+U4/lz5',
    'AKMKYyUSDNNqNDPXjrG+w6nHbc99s2/owWqy/VGpMzkc8/PiAGlZ52X0/xglcoK06Y0q7cKDi73zdRh74JZ9cIhR',
    'ZIFBV3wWs39RdY62Xr2B9Q3ySH2f4xWu+DtJR12ZzuhCeR8LVZyaAWePR6WAUUFYyZywLpZ/4oJcEx50DC2eCSi+',
    'mWo/S1NP48qYx0Zo6PFFHXkG5rQtiE/E1IB1NZ+hzdZVKT9Byg8yPiRQ8tJQxVYEHraav000pG8VqNrv2l9z1f5N',
    'ZQMVC+86BqR7B+OuG2qzmwRjaccwnOdD35hzyJmrqO+sNsIm1P5CYBIGBM27U8Bk/RKahhz59pQ+8hCT3Ugv0Y/X',
    'UoKQYznjcQRuFb6vupN5A0VQXK44P3SQ8T+wtndZZCYhkoRgP7WzdXvh4ogukYFoQaOmd6gQNHm7RABaLrI6Y3gt',
    'Rungf9WYI5Hql9FNdo7v1lgiA8W9ElANQycvwMFm6G28bmQ51SWRsWeUdr0HR7OuO0ywrw1eQyGeXVXmqFC+v4yT',
    'ZXECBXAZ7TDJESD3SfPSmwFjULSCSFVbX/zm56Xh8emDraTz2gSorHQuTZs0PtXn/WPTqHuIAE7v1+kUg1dhYqy7',
    '/oHSNiQqL4PK8cvLWl/RB17kV+eMAqOzd4yhiAlcTOR74mXnkYhSRiQI+qSH8VBAzDHv1khvWp4+jBpM0NLnqS+n',
    'YYTo8BHAk7WOdQ3YOhMLlSti6A1ug9MbIcaPjtsUxgXPkCqZ7sl7D92dYiFDl8u/Wf4ZRs5g37R/okbvJ6PCH9MQ',
    'vRKzAR95CFI1MwPa2IBR4wv2B3wMNtBYmXB/RoJsEPFTdWJQ421NkzHczui1qdQOJZYWFyVncKCIYkVr1d7gP/JF',
    'CTBfigIXkjCqPzxAuKNcDdwu9M1L0Log4HaWB60y4b7ApRklbb9Xwk399MJuKkYYsAqFZNKL4RX13eZYXKwfpV8Y',
    'Yax+x4vEQusVQWZiQ6cTtb56VstUYRmTMpDzl9o4YxGoRgrFTvdCEoE5WxakLrgR5P7y9yWCvKHZ1hq0zTEfdOU/',
    'JMtYV+Qmpdpb',
  ].join(''),
  'base64',
)

describe('what an earlier version made', () => {
  it('is the same receipt, and the same keys of it', async () => {
    expect(receiptOf(key(2))).toBe('748192751686895147422746')
    expect(derivation.receiptOfForm(key(3))).toBe('163889650124036967232904')
    const keys = await derivation.deriveReceipt(receiptOf(key(2)))
    if (!keys.ok) throw new Error('busy')
    expect(Object.values(keys.value).map(hex)).toEqual([
      'd9c2af9a3f2b2c03e2e899ecc8e9e6a8',
      '8a2d2fcee970444ef251a42ae5fe872f0e6613ba477d2956a3c69b8ae4ab6168',
      '6883fd746e29200b54e2fc0f870388eeaaa6925e0eee790de018cbe3d3a453d5',
    ])
  })

  it('is the same key of the channel, fingerprint and printed key', () => {
    expect(hex(derivation.channelKey.publicKey)).toBe(
      '48455e9bf9df91ba3806778b96616a0a8299bb226be19952bef74f40147205a6',
    )
    expect(fingerprintOf({ sealing: pair.publicKey, signing: signing.publicKey })).toBe(
      '25432 03724 49760 28967 23745 76550 38937 76294',
    )
    expect(printKey(key(6))).toBe('0R30-C1G6-0R30-C1G6-0R30-C1G6-0R30-C1G6-0R30-C1G6-0R30-C1G6-0R38-M6ZD')
  })

  it('opens: an item, in a chain that is whole', () => {
    const plain = openItem(sealed, place, { epochPair: pair, shredKey: key(7) })
    expect(plain && Buffer.from(plain).toString()).toBe('ก่อนหน้านี้')
    const start = chainStart({
      agencyId: 'a',
      reportId: place.reportId,
      sealingKey: pair.publicKey,
      signingKey: signing.publicKey,
    })
    const hash = chainHash(start, place, sealed)
    expect(hex(hash)).toBe('1b88dbdbde9a3259394550b85f1f0cffcdc58dadb66cbad7cd378a3e91ce341d')
    const signature = fromHex(
      '6830825f62280b41014886913ed83b7ecf714d3a33c686cc50dc18eb20baa1d848e6beb1f27ca9284fa2a8a933139a6d8fa18ee230323790b8d715ead4fd350c',
    )
    const item = { ...place, ...sealed, chainHash: hash, signature }
    const ends = { length: 1, hash }
    expect(checkChain([item], { start, ends, signerOf: () => signing.publicKey })).toEqual({ whole: true })
  })

  it('opens: a file', async () => {
    const source = async function* () {
      yield file
    }
    const parts: Uint8Array[] = []
    for await (const part of openFile(source(), fileKeyOf(key(8), key(7), 'file'))) parts.push(part)
    expect(Buffer.concat(parts).toString()).toBe('แฟ้ม')
  })
})
