import * as pdf from 'pdfjs-dist/legacy/build/pdf.mjs'
// Sets itself as `globalThis.pdfjsWorker`: pages are read in this thread, and no script is loaded by its address.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { filled, make, wordsOf } from './page-words.ts'

type Words = Readonly<{
  loading: string
  failed: string
  picture: string
  page: string
  earlier: string
  later: string
  larger: string
  smaller: string
  controls: string
}>

const ZOOMS = [1, 1.5, 2, 3]
/** So many dots has a page at most: phones draw no larger canvas. */
const MOST_DOTS = 12_000_000

/** Shows a PDF page by page. What cannot be shown is said, and the link beside it stays. */
async function upgrade(box: HTMLElement): Promise<void> {
  const words = wordsOf<Words>(box)
  const { address = '', title = '' } = box.dataset
  const said = make('p', { role: 'status', class: 'muted' }, words.loading)
  const canvas = make('canvas', { role: 'img', tabindex: '0' })
  const scroller = make('div', { class: 'pdf-page' }, canvas)
  box.replaceChildren(said)
  const document = await pdf
    .getDocument({
      url: address,
      verbosity: pdf.VerbosityLevel.ERRORS,
      isEvalSupported: false,
      useWasm: false,
      useWorkerFetch: false,
      enableXfa: false,
      disableAutoFetch: true,
    } as Parameters<typeof pdf.getDocument>[0])
    .promise.catch(() => null)
  if (!document) {
    said.textContent = words.failed
    return
  }
  let [number, zoom] = [1, 0]
  let drawing: Promise<void> = Promise.resolve()

  const button = (label: string, press: () => void) => {
    const made = make('button', { type: 'button', class: 'button small' }, label)
    made.addEventListener('click', press)
    return made
  }
  const earlier = button(words.earlier, () => go(number - 1))
  const later = button(words.later, () => go(number + 1))
  const smaller = button(words.smaller, () => magnify(zoom - 1))
  const larger = button(words.larger, () => magnify(zoom + 1))

  const draw = async (): Promise<void> => {
    const page = await document.getPage(number)
    const unscaled = page.getViewport({ scale: 1 })
    const width = (scroller.clientWidth || 600) * (ZOOMS[zoom] ?? 1)
    const dots = Math.min(
      (width / unscaled.width) * devicePixelRatio,
      Math.sqrt(MOST_DOTS / (unscaled.width * unscaled.height)),
    )
    const viewport = page.getViewport({ scale: dots })
    canvas.width = Math.floor(viewport.width)
    canvas.height = Math.floor(viewport.height)
    canvas.style.width = `${Math.floor(width)}px`
    await page.render({ canvas, viewport }).promise
    canvas.setAttribute('aria-label', filled(words.picture, { page: number, title }))
    said.textContent = filled(words.page, { page: number, pages: document.numPages })
    earlier.disabled = number === 1
    later.disabled = number === document.numPages
    smaller.disabled = zoom === 0
    larger.disabled = zoom === ZOOMS.length - 1
  }
  // One after the other: a canvas takes no two pages at once.
  const drawNext = () => {
    drawing = drawing.then(draw).catch(() => {
      said.textContent = words.failed
    })
  }
  const go = (to: number) => {
    number = Math.min(Math.max(1, to), document.numPages)
    scroller.scrollTop = 0
    drawNext()
  }
  const magnify = (to: number) => {
    zoom = Math.min(Math.max(0, to), ZOOMS.length - 1)
    drawNext()
  }
  canvas.addEventListener('keydown', (event) => {
    if (event.key === 'PageDown') go(number + 1)
    else if (event.key === 'PageUp') go(number - 1)
    else if (event.key === '+') magnify(zoom + 1)
    else if (event.key === '-') magnify(zoom - 1)
    else return
    event.preventDefault()
  })
  box.replaceChildren(
    make(
      'div',
      { class: 'actions', role: 'group', 'aria-label': words.controls },
      earlier,
      said,
      later,
      smaller,
      larger,
    ),
    scroller,
  )
  drawNext()
}

for (const box of document.querySelectorAll<HTMLElement>('[data-pdf]')) void upgrade(box)
