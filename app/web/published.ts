/**
 * Headers of a page that anybody may keep: browsers and caches ask again whether it changed (it carries an ETag), so a
 * correction is seen at once.
 */
export const publicPageHeaders = () => ({
  'Cache-Control': 'public, max-age=0, s-maxage=60, must-revalidate',
})
