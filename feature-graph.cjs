/** Which room may call which. Adding an arrow is a design decision: say why in the commit. */
module.exports = {
  people: [],
  catalogue: ['people'],
  improvement: ['catalogue', 'people'],
  reports: ['improvement', 'catalogue', 'people'],
  disclosure: ['catalogue', 'reports'],
  site: ['reports', 'disclosure'],
  // The frame of the office shows the policies of all rooms and leads to their screens.
  office: ['people', 'catalogue', 'improvement'],
}
