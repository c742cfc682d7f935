import { createHash } from 'node:crypto'
import { err, ok, type Result } from '../../../kernel/result.ts'

/** Crockford's base 32: no I, L, O or U, so that paper can be read back. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CHECK_BYTES = 3
const GROUP = 4
const SIGN_BITS = 5

export type PrintedFault = Readonly<{ code: 'printed.characters' | 'printed.check' }>

/** Bytes for paper: groups of four signs, the last of them check signs. */
export function printKey(bytes: Uint8Array): string {
  const bits = [...bytes, ...checkOf(bytes)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const signs = bits.match(/.{1,5}/g) ?? []
  const text = signs.map((sign) => SIGNS[Number.parseInt(sign.padEnd(SIGN_BITS, '0'), 2)]).join('')
  return (text.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-')
}

/** As it is typed from paper: small letters, spaces, and O for 0 or I and L for 1. */
export function readPrintedKey(typed: string): Result<Uint8Array, PrintedFault> {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const values = [...text].map((sign) => SIGNS.indexOf(sign))
  if (values.includes(-1)) return err({ code: 'printed.characters' })
  const bits = values.map((value) => value.toString(2).padStart(SIGN_BITS, '0')).join('')
  const whole = bits.slice(0, bits.length - (bits.length % 8))
  const bytes = Uint8Array.from(whole.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
  const key = bytes.slice(0, -CHECK_BYTES)
  const isRight =
    key.byteLength > 0 &&
    checkOf(key).every((byte, at) => byte === bytes[key.byteLength + at]) &&
    !bits.slice(whole.length).includes('1')
  return isRight ? ok(key) : err({ code: 'printed.check' })
}

const checkOf = (bytes: Uint8Array): Uint8Array =>
  createHash('sha256').update('prongsai printed v1|').update(bytes).digest().subarray(0, CHECK_BYTES)
