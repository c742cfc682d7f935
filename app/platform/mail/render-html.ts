import { frameWords } from './frame-words.ts'
import type { FramedMail, MailMessage } from './mail-message.ts'

// Mail programs read no stylesheet of ours: every element carries its own. Colours are those of ui/tokens.css in light.
const STYLE = {
  body: 'margin:0;padding:24px 12px;background:#f4f7fb;color:#14213d;font-family:Sarabun,"Leelawadee UI",Thonburi,"Noto Sans Thai",sans-serif;font-size:17px;line-height:1.75',
  sheet:
    'max-width:34em;margin:0 auto;padding:24px 28px;background:#ffffff;border:1px solid #cfd8e3;border-radius:12px',
  agency: 'margin:0 0 12px;padding:0 0 12px;border-bottom:2px solid #b8862b;font-weight:600',
  subject: 'margin:0 0 16px;font-size:22px;line-height:1.6;font-weight:700',
  paragraph: 'margin:0 0 16px',
  button:
    'display:inline-block;padding:10px 20px;background:#0b3d78;color:#ffffff;border-radius:6px;font-weight:600;text-decoration:none',
  address: 'color:#0b3d78;word-break:break-all',
  small: 'margin:0 0 16px;font-size:15px;color:#4d5c75',
  foot: 'max-width:38.5em;margin:16px auto 0;font-size:15px;color:#4d5c75',
} as const

/** The mail as a whole HTML page. Every text of it is escaped: nothing that a person wrote becomes markup. */
export function renderHtml({ lang, agencyName, message }: FramedMail): string {
  const words = frameWords(lang)
  const subject = escaped(message.subject)
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${subject}</title>
</head>
<body style="${escaped(STYLE.body)}">
<main style="${STYLE.sheet}" lang="${lang}">
${paragraph(agencyName, STYLE.agency)}
<h1 style="${STYLE.subject}">${subject}</h1>
${message.paragraphs.map((text) => paragraph(text)).join('\n')}
${actionOf(message, words.linkBelow)}${paragraph(message.closing)}
</main>
${paragraph(words.automatic, STYLE.foot)}
</body>
</html>
`
}

/** The address is printed too: a program that shows no buttons, and a person who wants to see it first, can copy it. */
function actionOf({ action }: MailMessage, linkBelow: string): string {
  if (!action) return ''
  const url = escaped(action.url)
  return `<p style="${STYLE.paragraph}"><a href="${url}" style="${STYLE.button}">${escaped(action.label)}</a></p>
<p style="${STYLE.small}">${escaped(linkBelow)}<br><a href="${url}" style="${STYLE.address}">${url}</a></p>
`
}

const paragraph = (text: string, style: string = STYLE.paragraph): string =>
  `<p style="${style}">${escaped(text).replaceAll('\n', '<br>')}</p>`

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITY[sign] as string)
