/** The page of one watched address, behind /office/. */
export const addressPart = (address: string): string => `watch/address?address=${encodeURIComponent(address)}`
