import { baseKeymap, toggleMark } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { InputRule, inputRules, wrappingInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list'
import { type Command, EditorState, NodeSelection, type Plugin } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { readLines, writeLines } from '../notation/notation-lines.domain.ts'
import { citationPanel } from './citation-panel.ts'
import { offers } from './editor-offers.ts'
import { schema } from './editor-schema.ts'
import { documentOf, linesOf, withPastedLists } from './editor-text.ts'
import { toolbar } from './editor-toolbar.ts'
import { type EditorWords, say, THAI } from './editor-words.ts'

const { nodes, marks } = schema
const isEnglish = document.documentElement.lang === 'en'
const words = JSON.parse(document.currentScript?.dataset[isEnglish ? 'en' : 'th'] ?? '{}') as EditorWords

const panel = citationPanel(isEnglish ? '/en/office/citations' : '/office/citations')

/** Lists are two deep: at the second level Tab leaves the editor, as everywhere else. */
const sink: Command = (state, dispatch, view) => {
  const { $from } = state.selection
  const depth = Array.from({ length: $from.depth }, (_, at) => $from.node(at + 1)).filter(
    ({ type }) => type === nodes.list_item,
  ).length
  return depth === 1 && sinkListItem(nodes.list_item)(state, dispatch, view)
}

const TYPED_CITATION = /\[\[((?:\\.|[^\][\\])+)\]\]$/u

const rules = inputRules({
  rules: [
    wrappingInputRule(/^\s*-\s$/u, nodes.bullet_list),
    wrappingInputRule(/^\s*(?:-#|[1\u0e51]\.)\s$/u, nodes.ordered_list),
    new InputRule(TYPED_CITATION, (state, [written], start, end) => {
      const run = readLines(written)[0]?.runs[0]
      if (run?.codes === undefined) return null
      return state.tr.replaceWith(start, end, nodes.citation.create({ codes: run.codes, text: run.text }))
    }),
  ],
})

const keys = [
  keymap({
    'Mod-b': toggleMark(marks.strong),
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    Enter: splitListItem(nodes.list_item),
    Tab: sink,
    'Shift-Tab': liftListItem(nodes.list_item),
  }),
  keymap(baseKeymap),
]

/** As high as the bar of buttons that stays at the foot of the window, in CSS pixels, with a line of text above it. */
const ROOM_FOR_BAR = { top: 5, right: 5, bottom: 110, left: 5 }

let isHinted = false

/** Puts an editor in the place of a text area, which stays behind it as what is sent and kept. */
function upgrade(source: HTMLTextAreaElement): void {
  const { id } = source
  const label = document.getElementById(`${id}-label`)
  const { citingAddress, citingYear } = source.dataset
  const place = document.createElement('div')
  place.className = 'editor'
  if (citingYear !== undefined) place.dataset.citingYear = citingYear
  const status = document.createElement('div')
  status.className = 'visually-hidden'
  status.setAttribute('role', 'status')
  source.after(place)
  place.append(status)
  source.hidden = true
  source.id = `${id}-source`
  // How to write the notation is of no use to who does not see it.
  const plainHint = document.getElementById(`${id}-plain`)
  const described = (source.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((part) => part !== plainHint?.id)
  plainHint?.remove()
  const citing: Plugin[] = []
  if (citingAddress !== undefined && citingYear !== undefined) {
    const hint = document.createElement('p')
    // Said to everybody once, and to who cannot see it at every editor.
    hint.className = isHinted ? 'visually-hidden' : 'hint'
    isHinted = true
    hint.id = `${id}-citing`
    hint.textContent = say(words.hint, citingYear)
    place.append(hint)
    described.push(hint.id)
    citing.push(
      offers({
        address: citingAddress,
        year: citingYear,
        words,
        announce: (sentence) => {
          status.textContent = sentence
        },
      }),
    )
  }
  const attributes: Record<string, string> = {
    id,
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-labelledby': `${id}-label`,
    class: 'editor-text rich-text',
  }
  const describedBy = described.filter(Boolean).join(' ')
  if (describedBy !== '') attributes['aria-describedby'] = describedBy
  if (source.getAttribute('aria-invalid')) attributes['aria-invalid'] = 'true'
  const view: EditorView = new EditorView(place, {
    attributes: ({ doc }) => (THAI.test(doc.textContent) ? { ...attributes, lang: 'th' } : attributes),
    state: EditorState.create({
      doc: documentOf(readLines(source.value)),
      plugins: [...citing, rules, ...keys, history(), toolbar(words, id)],
    }),
    transformPasted: withPastedLists,
    // The line that is written stays above the bar of buttons at the foot of the window.
    scrollThreshold: ROOM_FOR_BAR,
    scrollMargin: ROOM_FOR_BAR,
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction))
      if (transaction.selectionSet) showChosen(view, citingYear ?? '')
      if (!transaction.docChanged) return
      source.value = writeLines(linesOf(view.state.doc))
      source.dispatchEvent(new Event('input', { bubbles: true }))
    },
  })
  label?.addEventListener('click', () => view.focus())
}

/** A citation that is chosen by the keyboard shows what it is, as one under the mouse does. */
function showChosen(view: EditorView, year: string): void {
  const { selection } = view.state
  const chosen = selection instanceof NodeSelection && selection.node.type === nodes.citation
  const mark = chosen ? view.nodeDOM(selection.from) : null
  if (mark instanceof Element) void panel.open(mark, mark.getAttribute('data-codes') ?? '', year)
  else panel.leave()
}

// Where a citation leads is folded away.
for (const mark of document.querySelectorAll<HTMLAnchorElement>('a.citation-mark'))
  mark.addEventListener('click', () => {
    const details = document.getElementById(mark.hash.slice(1))?.closest('details')
    if (details) details.open = true
  })

for (const source of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-rich-text]'))
  upgrade(source)
