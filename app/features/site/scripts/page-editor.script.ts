/**
 * Tools above the text of a page: they write the signs of Markdown around what is selected. The text stays a plain field, so
 * that undoing, drafts and sending work as without them.
 */
type Words = Readonly<Record<'label' | 'heading' | 'bold' | 'list' | 'link' | 'sample', string>>

const words = { ...(document.currentScript as HTMLScriptElement).dataset } as Words

for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-page-editor]'))
  addTools(area)

function addTools(area: HTMLTextAreaElement): void {
  const bar = document.createElement('div')
  bar.className = 'page-tools'
  bar.setAttribute('role', 'group')
  bar.setAttribute('aria-label', words.label)
  const tools = [
    [words.heading, () => beginLines(area, '## ')],
    [words.bold, () => surround(area, '**', '**')],
    [words.list, () => beginLines(area, '- ')],
    [words.link, () => surround(area, '[', '](https://)')],
  ] as const
  for (const [label, act] of tools) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button small'
    button.textContent = label
    button.addEventListener('click', act)
    bar.append(button)
  }
  area.before(bar)
}

/** Puts signs before and after what is selected, or around a sample that is then selected. */
function surround(area: HTMLTextAreaElement, before: string, after: string): void {
  const { selectionStart: start, selectionEnd: end, value } = area
  const chosen = value.slice(start, end) || words.sample
  write(area, { start, end, text: before + chosen + after })
  area.setSelectionRange(start + before.length, start + before.length + chosen.length)
}

/** Begins every line that is selected with a sign. */
function beginLines(area: HTMLTextAreaElement, sign: string): void {
  const { selectionStart, selectionEnd: end, value } = area
  const start = value.lastIndexOf('\n', selectionStart - 1) + 1
  const lines = value.slice(start, end).split('\n')
  const text = lines.map((line) => (line.startsWith(sign) ? line : sign + line)).join('\n')
  write(area, { start, end, text })
  area.setSelectionRange(start + text.length, start + text.length)
}

function write(
  area: HTMLTextAreaElement,
  { start, end, text }: { start: number; end: number; text: string },
): void {
  area.focus()
  area.setRangeText(text, start, end, 'end')
  // As if it were typed: what keeps drafts hears it.
  area.dispatchEvent(new Event('input', { bubbles: true }))
}
