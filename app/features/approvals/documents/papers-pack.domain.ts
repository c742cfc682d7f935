import { sizeText } from '../../../kernel/file-size.ts'
import { comingUp } from './agenda-paper.domain.ts'
import type { MeetingRecord } from './meeting-record.domain.ts'
import { matterParts } from './minutes-extract.domain.ts'
import { officialForm as form } from './official-form.th.ts'
import { type PaperPart, typedText } from './official-paper.domain.ts'

/** Why something that belongs to an agenda item is named in the pack and not in it. The keys of `officialForm.leftOut`. */
export type LeftOut = keyof typeof form.leftOut

/** A file of the pack: where its bytes lie for the time of the making, and the sheets that its pages need. */
export type PackFile = Readonly<{ path: string; sheets: readonly SheetSize[] }>
/** Millimetres. */
export type SheetSize = Readonly<{ width: number; height: number }>

/** A paper of an agenda item, in the pack or named in it. `sha256` is of the file as it was brought in. */
export type PackPaper = Readonly<{
  title: string
  link: string | null
  fileName: string | null
  /** Bytes. */
  size: number | null
  sha256: string | null
  content: PackFile | LeftOut
}>

/** The papers of a meeting (เอกสารประกอบการประชุม): cover, agenda, and for each item a divider with its papers after it. */
export type PapersPack = Readonly<{
  title: string
  agencyName: string
  cover: readonly string[]
  agendaTitle: string
  foot: string
  items: readonly PackItem[]
  /** The date of the file. */
  madeAt: Date
}>
export type PackItem = Readonly<{
  heading: string
  parts: readonly PaperPart[]
  papers: readonly PackPaper[]
}>

/** `papersOf` gives the papers of an agenda item by its identifier. */
export function papersPack(
  meeting: MeetingRecord,
  papersOf: (itemId: string) => readonly PackPaper[],
): PapersPack {
  const name = form.papers[meeting.form](meeting.body)
  const number = form.number[meeting.form](meeting.number)
  return {
    title: `${name} ${number}`,
    agencyName: meeting.agencyName,
    cover: [name, number, ...comingUp(meeting)],
    agendaTitle: form.agenda[meeting.form](meeting.body),
    foot: form.stamp[meeting.form],
    items: meeting.items.map((item) => ({
      heading: form.item[meeting.form](item.number, item.title),
      parts: [
        ...(item.details === null ? [] : [typedText(item.details)]),
        ...(item.matter === null ? [] : matterParts(item.matter)),
      ],
      papers: papersOf(item.id),
    })),
    madeAt: new Date(`${meeting.heldOn}T00:00:00Z`),
  }
}

/** What the divider says of a file beside its title: its name or link, size and hash, as far as it has them. */
export const factsOf = ({ link, fileName, size, sha256 }: PackPaper): string =>
  [
    link,
    fileName === null ? null : form.fileNamed(fileName),
    size === null ? null : sizeText(size).replaceAll('\u00a0', ' '),
    sha256 === null ? null : `SHA-256 ${sha256}`,
  ]
    .filter((fact) => fact !== null)
    .join(' · ')
