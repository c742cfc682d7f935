import { lift, toggleMark } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import type { NodeType } from 'prosemirror-model'
import { liftListItem, wrapInList } from 'prosemirror-schema-list'
import { type Command, type EditorState, Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { schema } from './editor-schema.ts'
import type { EditorWords } from './editor-words.ts'

const { nodes, marks } = schema

type Tool = Readonly<{
  name: 'bold' | 'bullets' | 'numbers' | 'undo' | 'redo'
  sign: string
  command: Command
  /** Whether it is on; null for what is done once. */
  isOn: ((state: EditorState) => boolean) | null
}>

const isStrong = ({ selection: { from, to, $from, empty }, doc, storedMarks }: EditorState): boolean =>
  empty
    ? Boolean(marks.strong.isInSet(storedMarks ?? $from.marks()))
    : doc.rangeHasMark(from, to, marks.strong)

/** The innermost list around the selection. */
function listAround({ selection: { $from } }: EditorState): NodeType | null {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { type } = $from.node(depth)
    if (type === nodes.bullet_list || type === nodes.ordered_list) return type
  }
  return null
}

/** Makes a list of what is selected, turns one of the other kind, or takes the list away where it is one already. */
const toggleList =
  (type: NodeType): Command =>
  (state, dispatch, view) => {
    const around = listAround(state)
    if (around === null) return wrapInList(type)(state, dispatch, view)
    if (around === type)
      return liftListItem(nodes.list_item)(state, dispatch, view) || lift(state, dispatch, view)
    const { $from } = state.selection
    const tr = state.tr
    for (let depth = $from.depth; depth > 0; depth -= 1)
      if ($from.node(depth).type === around) tr.setNodeMarkup($from.before(depth), type)
    dispatch?.(tr)
    return true
  }

const TOOLS: readonly Tool[] = [
  { name: 'bold', sign: 'B', command: toggleMark(marks.strong), isOn: isStrong },
  {
    name: 'bullets',
    sign: '•',
    command: toggleList(nodes.bullet_list),
    isOn: (state) => listAround(state) === nodes.bullet_list,
  },
  {
    name: 'numbers',
    sign: '1.',
    command: toggleList(nodes.ordered_list),
    isOn: (state) => listAround(state) === nodes.ordered_list,
  },
  { name: 'undo', sign: '↶', command: undo, isOn: null },
  { name: 'redo', sign: '↷', command: redo, isOn: null },
]

/** The tools above an editor; arrows move between them (ARIA toolbar). */
export const toolbar = (words: EditorWords, editorId: string): Plugin =>
  new Plugin({
    view: (view) => {
      const bar = document.createElement('div')
      bar.className = 'editor-tools'
      bar.setAttribute('role', 'toolbar')
      bar.setAttribute('aria-label', words.tools)
      bar.setAttribute('aria-controls', editorId)
      const buttons = TOOLS.map((tool, at) => buttonOf(tool, { words, view, isFirst: at === 0 }))
      bar.append(...buttons)
      bar.addEventListener('keydown', (event) => moveAmong(buttons, event))
      view.dom.parentElement?.prepend(bar)
      const show = () => {
        for (const [at, { command, isOn }] of TOOLS.entries()) {
          const button = buttons[at] as HTMLButtonElement
          if (isOn) button.setAttribute('aria-pressed', String(isOn(view.state)))
          // Not `disabled`: a button that has the focus would lose it.
          else button.setAttribute('aria-disabled', String(!command(view.state)))
        }
      }
      show()
      return { update: show, destroy: () => bar.remove() }
    },
  })

function buttonOf(
  { name, sign, command }: Tool,
  { words, view, isFirst }: Readonly<{ words: EditorWords; view: EditorView; isFirst: boolean }>,
): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  // Drawn by the style sheet: it is no word, and not what the button is called.
  button.dataset.sign = sign
  button.title = words[name]
  button.setAttribute('aria-label', words[name])
  button.dataset.tool = name
  button.tabIndex = isFirst ? 0 : -1
  // The selection stays where it is.
  button.addEventListener('mousedown', (event) => event.preventDefault())
  button.addEventListener('click', () => {
    command(view.state, view.dispatch, view)
    if (document.activeElement !== button) view.focus()
  })
  return button
}

function moveAmong(buttons: readonly HTMLButtonElement[], event: KeyboardEvent): void {
  const at = buttons.findIndex((button) => button.matches(':focus'))
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
  if (at < 0 || to === undefined) return
  event.preventDefault()
  const next = buttons[(to + buttons.length) % buttons.length]
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1
  next?.focus()
}
