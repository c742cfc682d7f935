import type { Language } from '../../../i18n/language.ts'
import { type AddingText, addingEn } from './adding.en.ts'
import { addingTh } from './adding.th.ts'
import { type LibraryText, libraryEn } from './library.en.ts'
import { libraryTh } from './library.th.ts'
import { type PanelText, panelEn } from './panel.en.ts'
import { panelTh } from './panel.th.ts'
import { type PieceText, pieceEn } from './piece.en.ts'
import { pieceTh } from './piece.th.ts'

/** Words of the pages of the room. */
export const libraryText = (lang: Language): LibraryText => (lang === 'th' ? libraryTh : libraryEn)
export const addingText = (lang: Language): AddingText => (lang === 'th' ? addingTh : addingEn)
export const panelText = (lang: Language): PanelText => (lang === 'th' ? panelTh : panelEn)
export const pieceText = (lang: Language): PieceText => (lang === 'th' ? pieceTh : pieceEn)
