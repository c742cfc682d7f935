import { filled, make, wordsOf } from './page-words.ts'
import { UploadRow } from './upload-row.ts'
import type { UploadMode, UploadWords } from './upload-words.ts'

const AT_ONCE = 2
const FIELDS = ['title', 'note', 'evidenceDate', 'expiresOn', 'confidential'] as const

/** An area for files: sends what is chosen or dropped, each file as a line with its progress. */
function upgrade(area: HTMLElement): void {
  const form = area.querySelector('form')
  const input = area.querySelector<HTMLInputElement>('input[type=file]')
  const list = area.querySelector<HTMLOListElement>('[data-upload-rows]')
  const foot = area.querySelector<HTMLElement>('[data-upload-foot]')
  const said = area.querySelector<HTMLElement>('[data-upload-said]')
  if (!form || !input || !list || !foot || !said) return
  const words = wordsOf<UploadWords>(area)
  const mode = area.dataset.uploads as UploadMode
  const { evidenceId = '', endpoint = '', lang = 'th', signIn = '', pieces = '' } = area.dataset
  const rows: UploadRow[] = []

  const fields = (count: number): Readonly<Record<string, string>> => {
    if (mode === 'version') return { evidenceId }
    if (mode !== 'form') return {}
    const typed = new FormData(form)
    const names = FIELDS.filter((name) => name !== 'title' || count === 1)
    return Object.fromEntries(
      names.flatMap((name) => {
        const value = typed.get(name)
        return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : []
      }),
    )
  }

  const add = (files: readonly File[]): void => {
    const chosen = mode === 'version' ? files.slice(0, 1) : files
    if (chosen.length === 0) return
    const sent = fields(chosen.length)
    for (const file of chosen) {
      const row = new UploadRow(file, {
        endpoint,
        offers: mode === 'version' ? null : (area.dataset.offers ?? null),
        lang,
        signIn,
        pieces,
        words,
        fields: () => sent,
        mayUse: mode !== 'library',
        say: (sentence) => {
          said.textContent = sentence
        },
        changed: () => queueMicrotask(goOn),
      })
      rows.push(row)
      list.append(row.element)
    }
    said.textContent = filled(words.saidStarted, { count: chosen.length })
    goOn()
  }

  /** Lets the next begin, and does what comes after the last. */
  const goOn = (): void => {
    const inState = (...states: readonly UploadRow['state'][]) =>
      rows.filter(({ state }) => states.includes(state))
    const free = AT_ONCE - inState('checking', 'sending').length
    for (const row of inState('waiting').slice(0, Math.max(0, free))) void row.begin()
    const done = inState('done')
    const isOver = inState('waiting', 'checking', 'asking', 'sending', 'paused', 'broken').length === 0
    if (isOver && done.length > 0) finish(done, inState('failed').length === 0)
  }

  let isFinished = false
  /** All that can be done by itself is done: attach, or lead on; where something failed, the person decides. */
  const finish = (done: readonly UploadRow[], isWithoutFault: boolean): void => {
    const ids = done.flatMap(({ evidenceId: id }) => id || [])
    const onward = area.dataset.onward ?? ''
    const to = `${onward}${onward.includes('?') ? '&' : '?'}`
    foot.replaceChildren()
    if (mode === 'library') {
      foot.append(make('a', { class: 'button', href: onward }, words.refresh))
    } else if (isWithoutFault) {
      if (isFinished) return
      isFinished = true
      const [only = ''] = ids
      if (mode === 'attach') attach(ids)
      else if (mode === 'version') location.assign(`${pieces}${evidenceId}?done=versioned`)
      else if (onward !== '') location.assign(`${to}attach=${ids.join(',')}`)
      else location.assign(ids.length === 1 ? `${pieces}${only}?done=added` : pieces.replace(/\/$/, ''))
    } else if (mode === 'attach') {
      const button = make(
        'button',
        { type: 'button', class: 'button primary' },
        filled(words.attach, { count: ids.length }),
      )
      button.addEventListener('click', () => attach(ids))
      foot.append(button)
    }
  }

  const attach = (ids: readonly string[]): void => {
    const hidden = (name: string, value: string) => make('input', { type: 'hidden', name, value })
    const sent = make('form', { method: 'post', action: area.dataset.here ?? '', hidden: '' })
    sent.append(hidden('act', 'attach'), ...ids.map((id) => hidden('evidenceId', id)))
    document.body.append(sent)
    sent.submit()
  }

  area.classList.add('with-script')
  if (mode === 'form')
    form.addEventListener('submit', (event) => {
      if (!input.files?.length || rows.length > 0) return
      event.preventDefault()
      add([...input.files])
      input.value = ''
    })
  else
    input.addEventListener('change', () => {
      add([...(input.files ?? [])])
      input.value = ''
    })
  takeDropped(area, (files) => {
    if (mode !== 'form') return add(files)
    const dropped = new DataTransfer()
    for (const file of files) dropped.items.add(file)
    input.files = dropped.files
  })
  addEventListener('online', () => {
    for (const row of rows) row.goOn()
  })
  addEventListener('beforeunload', (event) => {
    if (rows.some(({ state }) => state === 'sending' || state === 'checking')) event.preventDefault()
  })
}

function takeDropped(area: HTMLElement, take: (files: readonly File[]) => void): void {
  let depth = 0
  const isFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  const mark = () => area.classList.toggle('is-over', depth > 0)
  area.addEventListener('dragenter', (event) => {
    if (!isFiles(event)) return
    event.preventDefault()
    depth += 1
    mark()
  })
  area.addEventListener('dragover', (event) => {
    if (isFiles(event)) event.preventDefault()
  })
  area.addEventListener('dragleave', () => {
    depth = Math.max(0, depth - 1)
    mark()
  })
  area.addEventListener('drop', (event) => {
    if (!isFiles(event)) return
    event.preventDefault()
    depth = 0
    mark()
    // A folder comes as a file without a size and a type; it is left out.
    take([...(event.dataTransfer?.files ?? [])].filter((file) => file.size > 0 || file.type !== ''))
  })
}

/** Uploads that were broken off: says how far each has come, and lets it be thrown away. */
function upgradeBroken(list: HTMLElement): void {
  const words = wordsOf<UploadWords>(list)
  for (const row of list.querySelectorAll<HTMLElement>('[data-upload]')) {
    const address = row.dataset.upload ?? ''
    const headers = { 'Tus-Resumable': '1.0.0' }
    const reached = make('span', { class: 'muted' })
    void fetch(address, { method: 'HEAD', headers }).then((answer) => {
      const [sent, size] = ['Upload-Offset', 'Upload-Length'].map((name) => Number(answer.headers.get(name)))
      if (answer.ok && size)
        reached.textContent = filled(words.reached, { percent: Math.floor(((sent ?? 0) / size) * 100) })
    })
    const name = row.dataset.name ?? ''
    const cancel = make(
      'button',
      {
        type: 'button',
        class: 'button small',
        'aria-label': filled(words.ofFile, { act: words.cancel, name }),
      },
      words.cancel,
    )
    cancel.addEventListener('click', () => {
      void fetch(address, { method: 'DELETE', headers }).then((answer) => {
        if (answer.ok || answer.status === 404) row.replaceChildren(words.cancelled)
      })
    })
    row.append(reached, cancel)
  }
}

for (const area of document.querySelectorAll<HTMLElement>('[data-uploads]')) upgrade(area)
for (const list of document.querySelectorAll<HTMLElement>('[data-broken-uploads]')) upgradeBroken(list)
