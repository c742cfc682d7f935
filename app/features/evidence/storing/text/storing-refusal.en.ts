import type { TextOf } from '../../../../i18n/language.ts'
import type { storingRefusalTh } from './storing-refusal.th.ts'

export const storingRefusalEn: TextOf<typeof storingRefusalTh> = {
  'upload.no-size': 'The size of the file is not known, so it cannot be taken.',
  'upload.empty': 'This file is empty (0 bytes). Check the original file and send it again.',
  'upload.too-large': (most: string) =>
    `The file is larger than ${most} megabytes, the most that can be taken. Make it smaller, split it, or add a link instead.`,
  'upload.quota-full':
    'The room for files of the agency is used up. Ask an administrator of the agency to have it enlarged, or add a link instead.',
  'upload.quota-near': (left: string) =>
    `${left} are left of the room for files of the agency, too little for this one. Make it smaller, ask an administrator of the agency to have the room enlarged, or add a link instead.`,
  'upload.no-name': 'The file has no usable name. Give it a name and send it again.',
  'upload.too-many':
    'You have too many uploads on their way. Wait until earlier ones are done, or cancel those that are stuck, and send it again.',
  'upload.unknown':
    'This upload is not known: it was cancelled, or left for more than 7 days. Send the file again.',
  'upload.cut-short': 'The file did not arrive whole: the connection broke. Send it again.',
  'upload.signed-out': 'You are signed out. Sign in again, and the upload can go on where it stopped.',
  'upload.forged': 'This request does not come from a page of this site, so nothing was done.',
  'upload.not-kept': 'The file cannot be kept just now. What was sent is still there; try again in a moment.',
  'file.kind-not-allowed': (named: string) =>
    `Files of the kind .${named} are not taken, only PDF, office documents (docx xlsx pptx odt ods odp), pictures, video, sound, csv, txt and zip.`,
  'file.kind-unknown':
    'The kind of this file is not known. Only PDF, office documents (docx xlsx pptx odt ods odp), pictures, video, sound, csv, txt and zip are taken.',
  'file.not-what-name-says': (named: string, found: string) =>
    `The name ends in .${named}, but the content is a file of the kind .${found}. Check that it is the file you mean, and save it under a name that fits.`,
  'file.not-as-named': (named: string) =>
    `The name ends in .${named}, but the content is not such a file, or it is damaged. Open the original and save it anew.`,
  'picture.nothing-to-remove': 'This version is not a picture with a location.',
  'picture.unreadable': 'The structure of this picture cannot be read, so its location cannot be removed.',
  'permission.refused': 'You may not add this evidence.',
}
