type PagerProps = Readonly<{
  words: Readonly<{
    pages: string
    earlier: string
    later: string
    page: (page: number, pages: number) => string
  }>
  page: number
  pages: number
  /** The address of a page of the list. */
  to: (page: number) => string
}>

/** Ways to the pages before and behind; nothing where all is on one page. */
export const Pager = ({ words, page, pages, to }: PagerProps) =>
  pages <= 1 ? null : (
    <nav className="pager" aria-label={words.pages}>
      {page > 1 && (
        <a className="button" href={to(page - 1)} rel="prev">
          {words.earlier}
        </a>
      )}
      <span>{words.page(page, pages)}</span>
      {page < pages && (
        <a className="button" href={to(page + 1)} rel="next">
          {words.later}
        </a>
      )}
    </nav>
  )
