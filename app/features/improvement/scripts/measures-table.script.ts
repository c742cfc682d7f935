/*
 * The table of measures: moving between cells by keys, saving without leaving the page, marking what has changed. The table is a
 * form that works without this; everything that is said stands in the page.
 */
import type { SavedTable } from '../measures/facts/table-form.domain.ts'

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-measures-table]')) workOn(form)

type Cell = HTMLInputElement | HTMLTextAreaElement

function workOn(form: HTMLFormElement): void {
  const words = form.dataset
  const state = form.querySelector<HTMLElement>('.table-state')
  let isSending = false
  let isLeaving = false
  const say = (text: string | undefined) => {
    if (state) state.textContent = text ?? ''
  }

  /** Where somebody has to choose between two versions, the page is made anew by the server. */
  const hasChoice = () => form.querySelector('.cell-clash') !== null

  const mark = (cell: Cell) => {
    const row = cell.closest<HTMLElement>('[data-row]')
    row?.classList.toggle('changed', cellsOf(row).some(isChanged))
  }
  for (const cell of cellsOf(form)) {
    grow(cell)
    mark(cell)
  }
  form.addEventListener('input', ({ target }) => {
    if (!isCell(target)) return
    grow(target)
    mark(target)
    say(cellsOf(form).some(isChanged) ? words.unsaved : '')
  })

  const save = async () => {
    if (isSending || !form.reportValidity()) return
    if (hasChoice()) return submitted(form)
    isSending = true
    say(words.saving)
    const sent = new Map(cellsOf(form).map((cell) => [cell, cell.value]))
    const saved = await ask(form.dataset.measuresTable ?? '', new FormData(form))
    isSending = false
    if (saved === 'away') return say(words.away)
    // A new row gets its own place, and a refusal its words, on the page as the server makes it.
    if (saved === 'refused') return submitted(form)
    if (saved.kinds.includes('added')) {
      isLeaving = true
      return showAnew(new URL(words.savedAddress ?? '', location.href))
    }
    for (const { key, version, cells } of saved.rows) {
      const seen = form.elements.namedItem(`seen:${key}`)
      if (seen instanceof HTMLInputElement) seen.value = String(version)
      for (const [name, value] of Object.entries(cells)) {
        const cell = form.elements.namedItem(name)
        if (!isCell(cell)) continue
        cell.dataset.saved = value
        // What was typed while it was being saved stays.
        if (cell.value === sent.get(cell)) cell.value = value
      }
    }
    for (const cell of cellsOf(form)) {
      grow(cell)
      mark(cell)
    }
    const isMore = cellsOf(form).some(isChanged)
    const isSaved = saved.kinds.includes('saved')
    say(isMore ? words.unsaved : isSaved ? words.saved : words.same)
  }

  form.addEventListener('submit', (event) => {
    isLeaving ||= hasChoice()
    if (isLeaving) return
    event.preventDefault()
    void save()
  })
  const submitted = (of: HTMLFormElement) => {
    isLeaving = true
    of.requestSubmit()
  }
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 's') {
      event.preventDefault()
      void save()
    }
  })
  form.addEventListener('keydown', (event) => {
    if (isCell(event.target)) moveFrom(event.target, event)
  })
  addEventListener('beforeunload', (event) => {
    if (!isLeaving && cellsOf(form).some(isChanged)) event.preventDefault()
  })
}

/** Also where the page is at that address already: then the browser would only look for the part behind `#`. */
function showAnew({ href, pathname, search }: URL): void {
  if (pathname + search === location.pathname + location.search) location.reload()
  else location.assign(href)
}

async function ask(address: string, body: FormData): Promise<SavedTable | 'refused' | 'away'> {
  try {
    const response = await fetch(address, { method: 'POST', body, redirect: 'manual' })
    // Whose session is over is led to another page: the form itself goes there, and what was typed is kept.
    if (!response.ok) return 'refused'
    return (await response.json()) as SavedTable
  } catch {
    return 'away'
  }
}

// Declared, not assigned: the table is worked on before the end of this file is reached.
function isCell(target: unknown): target is Cell {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  return isField && target.dataset.saved !== undefined
}

function cellsOf(part: HTMLElement | null | undefined): Cell[] {
  return [...(part?.querySelectorAll<Cell>('[data-saved]') ?? [])]
}

/** Browsers send line ends of two characters and show one. */
function isChanged(cell: Cell): boolean {
  return cell.value !== (cell.dataset.saved ?? '').replace(/\r\n/g, '\n')
}

/** Where the browser does not fit a text area to its text by itself. */
function grow(cell: Cell): void {
  if (cell instanceof HTMLInputElement || CSS.supports('field-sizing', 'content')) return
  cell.style.height = 'auto'
  cell.style.height = `${cell.scrollHeight + 2}px`
}

/** The same cell of the row above or below, or the cell beside, in the order in which they are read. */
function moveFrom(cell: Cell, event: KeyboardEvent): void {
  if (event.isComposing) return
  const withControl = (event.ctrlKey || event.metaKey) && !event.altKey
  // Sideways with Ctrl is for the words of a text.
  const isSideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight'
  const withKey = !event.shiftKey && ((event.altKey && !event.ctrlKey) || (withControl && !isSideways))
  const isEnter = event.key === 'Enter' && cell instanceof HTMLInputElement && !event.shiftKey
  const to =
    isEnter || (withKey && event.key === 'ArrowDown')
      ? below(cell, 1)
      : withKey && event.key === 'ArrowUp'
        ? below(cell, -1)
        : withKey && event.key === 'ArrowRight'
          ? beside(cell, 1)
          : withKey && event.key === 'ArrowLeft'
            ? beside(cell, -1)
            : undefined
  if (to === undefined) return
  event.preventDefault()
  to?.focus()
  if (to instanceof HTMLInputElement) to.select()
}

function below(cell: Cell, step: number): Cell | null {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.findIndex((row) => row.contains(cell))
  const [column] = cell.name.split(':')
  for (let next = at + step; rows[next]; next += step) {
    const found = cellsOf(rows[next] as HTMLElement).find(({ name }) => name.startsWith(`${column}:`))
    if (found) return found
  }
  return null
}

function beside(cell: Cell, step: number): Cell | null {
  const cells = cellsOf(cell.form ?? document.body)
  return cells[cells.indexOf(cell) + step] ?? null
}
