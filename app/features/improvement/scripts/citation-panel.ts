import { speak } from './editor-words.ts'

type Told = Readonly<{ head: string; lines: readonly string[] }>

const MARK = '.citation-mark'
const LEAVES_AFTER_MS = 300

/**
 * Shows beside a citation that the mouse or the focus is on what its items are, their scores, and where they stand in other
 * years. It stays while the mouse is on it, and Escape closes it.
 */
export function citationPanel(address: string) {
  const panel = document.createElement('div')
  panel.className = 'citation-panel'
  panel.id = 'citation-panel'
  panel.setAttribute('role', 'tooltip')
  panel.hidden = true
  const place = document.getElementById('main') ?? document.body
  place.append(panel)
  const known = new Map<string, Promise<readonly Told[]>>()
  let shownFor: Element | null = null
  let leaving: ReturnType<typeof setTimeout> | undefined

  const close = () => {
    clearTimeout(leaving)
    shownFor?.removeAttribute('aria-describedby')
    shownFor = null
    panel.hidden = true
  }
  const stay = () => clearTimeout(leaving)
  const leave = () => {
    stay()
    leaving = setTimeout(close, LEAVES_AFTER_MS)
  }

  /** `codes` are those between the brackets, of `year` where they have none. */
  const open = async (mark: Element, codes: string, year: string): Promise<void> => {
    stay()
    if (shownFor === mark && !panel.hidden) return
    close()
    shownFor = mark
    const query = `${new URLSearchParams({ year, of: codes })}`
    const told = known.get(query) ?? tell(`${address}?${query}`)
    known.set(query, told)
    const items = await told.catch(() => {
      known.delete(query)
      return []
    })
    if (shownFor !== mark || items.length === 0) return
    panel.replaceChildren(...items.map(toldElement))
    panel.hidden = false
    mark.setAttribute('aria-describedby', panel.id)
    putBeside(panel, mark.getBoundingClientRect())
  }

  panel.addEventListener('mouseenter', stay)
  panel.addEventListener('mouseleave', leave)
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
  })
  window.addEventListener('resize', close)
  for (const [enters, leaves] of [
    ['mouseover', 'mouseout'],
    ['focusin', 'focusout'],
  ] as const) {
    document.addEventListener(enters, (event) => {
      const mark = event.target instanceof Element ? event.target.closest(MARK) : null
      if (mark) void openMark(mark, open)
    })
    document.addEventListener(leaves, (event) => {
      if (event.target instanceof Element && event.target.closest(MARK)) leave()
    })
  }
  return { open, leave }
}

/** A mark of a text that is read names its items with their years; one in an editor as they were typed. */
function openMark(
  mark: Element,
  open: (mark: Element, codes: string, year: string) => Promise<void>,
): Promise<void> {
  const cites = mark.getAttribute('data-cites')
  if (cites !== null) return open(mark, cites.replaceAll(' ', ', '), '2500')
  const year = mark.closest('[data-citing-year]')?.getAttribute('data-citing-year') ?? ''
  return open(mark, mark.getAttribute('data-codes') ?? '', year)
}

async function tell(address: string): Promise<readonly Told[]> {
  const answer = await fetch(address, { headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error(`${answer.status}`)
  return ((await answer.json()) as { items: Told[] }).items
}

function toldElement({ head, lines }: Told): HTMLElement {
  const item = document.createElement('div')
  const title = document.createElement('p')
  title.className = 'head'
  speak(title, head)
  item.append(title)
  for (const line of lines) {
    const paragraph = document.createElement('p')
    speak(paragraph, line)
    item.append(paragraph)
  }
  return item
}

function putBeside(panel: HTMLElement, mark: DOMRect): void {
  const width = document.documentElement.clientWidth
  const left = Math.max(8, Math.min(mark.left, width - panel.offsetWidth - 8))
  const isBelow = mark.bottom + panel.offsetHeight + 8 < window.innerHeight || mark.top < panel.offsetHeight
  const top = isBelow ? mark.bottom + 4 : mark.top - panel.offsetHeight - 4
  panel.style.left = `${left + window.scrollX}px`
  panel.style.top = `${top + window.scrollY}px`
}
