/**
 * Headers of a page that anybody may keep: browsers and caches ask again whether it changed (it carries an ETag), so a
 * correction is seen at once. A screen that exports them as its `headers` says that it reads its path alone: it is
 * rendered once for everybody, and neither query nor method of who asked first is seen by it.
 */
export const publicPageHeaders = () => ({
  'Cache-Control': 'public, max-age=0, s-maxage=60, must-revalidate',
})
