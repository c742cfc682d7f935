import type { TextOf } from '../../i18n/language.ts'
import type { mailFrameTh } from './mail-frame.th.ts'

export const mailFrameEn: TextOf<typeof mailFrameTh> = {
  linkBelow: 'If the button does not work, copy this address into your browser',
  automatic: 'This mail was sent automatically. Please do not reply.',
}
