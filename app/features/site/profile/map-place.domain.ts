/** A point on the map in decimal degrees, WGS 84. */
export type MapPlace = Readonly<{ latitude: number; longitude: number }>

/** "13.756300, 100.501800": as every map takes it. */
export const coordinatesText = ({ latitude, longitude }: MapPlace): string =>
  `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`

/** Where maps show a point: on the device (RFC 5870), and on two sites of others. */
export function mapAddresses(
  { latitude, longitude }: MapPlace,
  name: string,
): Readonly<Record<'device' | 'openStreetMap' | 'google', string>> {
  const point = `${latitude},${longitude}`
  return {
    device: `geo:${point}?q=${point}(${inBrackets(name)})`,
    openStreetMap: `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`,
    google: `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(point)}`,
  }
}

/** Brackets of the name would end those that it stands in. */
const inBrackets = (name: string): string =>
  encodeURIComponent(name).replaceAll('(', '%28').replaceAll(')', '%29')
