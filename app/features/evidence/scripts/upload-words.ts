import type { AddingText } from '../text/adding.en.ts'

export type UploadWords = AddingText['words']

/** What the page tells its script about an area for files. */
export type UploadMode =
  /** Sent at once; each becomes evidence of its own. */
  | 'library'
  /** Sent at once, then attached to what the page is about. */
  | 'attach'
  /** Sent when the form around it is sent, with its fields. */
  | 'form'
  /** One file, sent at once: the next version of a piece of evidence. */
  | 'version'

/** What is answered about evidence that is there already. */
export type EvidenceOffer = Readonly<{ id: string; title: string; about: string; address: string }>
