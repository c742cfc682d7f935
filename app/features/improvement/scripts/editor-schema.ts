import { type DOMOutputSpec, Schema } from 'prosemirror-model'
import { citedCodes } from '../notation/cited-codes.domain.ts'

const ANY_YEAR = 2500

/**
 * What a text of the notation can hold, and nothing else: whatever is pasted is read by these rules, so that of a page or a
 * document only words, strong words, lists and citations of ours come in.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      content: 'inline*',
      group: 'block',
      // Cells of a table stand apart, as lines do.
      parseDOM: [{ tag: 'p' }, { tag: 'td' }, { tag: 'th' }],
      toDOM: (): DOMOutputSpec => ['p', 0],
    },
    bullet_list: {
      content: 'list_item+',
      group: 'block',
      parseDOM: [{ tag: 'ul' }],
      toDOM: (): DOMOutputSpec => ['ul', 0],
    },
    ordered_list: {
      content: 'list_item+',
      group: 'block',
      parseDOM: [{ tag: 'ol' }],
      toDOM: (): DOMOutputSpec => ['ol', 0],
    },
    list_item: {
      content: 'paragraph (bullet_list | ordered_list)?',
      defining: true,
      parseDOM: [{ tag: 'li' }],
      toDOM: (): DOMOutputSpec => ['li', 0],
    },
    citation: {
      inline: true,
      group: 'inline',
      atom: true,
      attrs: { codes: { validate: 'string' }, text: { validate: 'string' } },
      parseDOM: [
        {
          tag: 'span[data-codes]',
          getAttrs: (dom) => {
            const codes = dom.getAttribute('data-codes') ?? ''
            return citedCodes(codes, ANY_YEAR) === null ? false : { codes, text: dom.textContent || codes }
          },
        },
      ],
      toDOM: ({ attrs }): DOMOutputSpec => [
        'span',
        { class: 'citation-mark', 'data-codes': attrs.codes },
        attrs.text,
      ],
      leafText: ({ attrs }) => attrs.text,
    },
    text: { group: 'inline' },
  },
  marks: {
    strong: {
      parseDOM: [
        { tag: 'strong' },
        // Documents in the cloud wrap everything in a <b> that is not bold.
        { tag: 'b', getAttrs: (dom) => (dom.style.fontWeight === 'normal' ? false : null) },
        { style: 'font-weight', getAttrs: (value) => (/^(bold(er)?|[6-9]00)$/.test(value) ? null : false) },
      ],
      toDOM: (): DOMOutputSpec => ['strong', 0],
    },
  },
})
