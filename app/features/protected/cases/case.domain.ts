export type CaseStatus =
  | 'received'
  | 'acknowledged'
  | 'in-progress'
  | 'answered'
  | 'closed'
  | 'junk'
  | 'erased'

export type ItemKind =
  | 'report'
  | 'addition'
  | 'reply'
  | 'note'
  | 'status'
  | 'grant'
  | 'removal'
  | 'recusal'
  | 'release-request'
  | 'release'
  | 'recovery'
  | 'restored'
  | 'hold'
  | 'junk'

/** Who an item is of, and by whose key it is signed. */
export type Author = 'reporter' | 'recipient' | 'custodian' | 'channel'

/** A file of an item. Its sealed bytes lie under a random name; these facts are sealed. `key`: 32 bytes in base64. */
export type CaseFile = Readonly<{
  id: string
  name: string
  type: string
  size: number
  key: string
  /** SHA-256 of the sealed bytes, hex. */
  sealedHash: string
}>

/** One who may read a case or keeps a key of its identity, as the chain makes him known. Keys in base64. */
export type KnownHolder = Readonly<{
  keyId: string
  kind: 'recipient' | 'custodian' | 'external'
  sealing: string
  signing: string
  role: Readonly<{ th: string; en: string }>
  /** The channel's word that these keys are theirs, base64. */
  endorsement: string
}>

/** What is sealed in an item. */
export type ItemContent = Readonly<{
  text: string
  /** Answers of the form, by the names of its questions. */
  fields?: Readonly<Record<string, string>>
  files?: readonly CaseFile[]
  /** Facts of an act, for the words that tell of it: `to` of a change of status, `reason`, a release's `id`. */
  facts?: Readonly<Record<string, string>>
  /** From this item on these belong to the case. The first item names all. */
  joins?: readonly KnownHolder[]
  /** From this item on these do no more: key ids. */
  leaves?: readonly string[]
  /** The public key of the epoch that begins with this item, base64. */
  epochKey?: string
  /** Of the first item: the public key for which every epoch is sealed, opened by quorum alone; base64. */
  recoveryKey?: string
  /** Of the reporter's item with which they said who they are: SHA-256 of the sealed identity, hex. */
  identityHash?: string
}>

/** Whether nothing of what was said was changed or left out, and where it was first. */
export type ChainReport =
  | Readonly<{ whole: true }>
  | Readonly<{
      whole: false
      /** The place in the case, from 0. */
      at: number
      /** `unsigned`: by nobody who belonged to the case then. `forged-grant`: a key of the case that the chain does not know. */
      why: 'altered' | 'missing' | 'reordered' | 'unsigned' | 'forged-grant'
    }>
