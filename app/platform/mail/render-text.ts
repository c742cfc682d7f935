import { frameWords } from './frame-words.ts'
import type { FramedMail } from './mail-message.ts'

/** The mail as plain text: the address of the action stands on a line of its own, so that programs make it a link. */
export function renderText({ lang, agencyName, message }: FramedMail): string {
  const { paragraphs, action, closing } = message
  const parts = [
    agencyName,
    ...paragraphs,
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    closing,
    // The mark before which mail programs end a message.
    `-- \n${frameWords(lang).automatic}`,
  ]
  return `${parts.join('\n\n')}\n`
}
