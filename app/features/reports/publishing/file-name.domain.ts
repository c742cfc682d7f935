/** How a file of one version is called, so that downloads of two versions are told apart: `report-2567-v2.pdf`. */
export const nameOfVersion = (fileName: string, version: number): string =>
  fileName.replace(/(?=\.[a-z]+$)/, `-v${version}`)
