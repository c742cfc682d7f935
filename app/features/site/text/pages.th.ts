/** Words of the pages that staff write, as the public reads them. */
export const pagesTh = {
  table: 'ตาราง',
}
