/** Which room may call which. Adding an arrow is a design decision: say why in the commit. */
module.exports = {
  people: [],
  catalogue: ['people'],
  improvement: ['catalogue', 'people'],
  reports: ['improvement', 'catalogue', 'people'],
  disclosure: ['catalogue', 'reports'],
  site: ['reports', 'disclosure'],
}
