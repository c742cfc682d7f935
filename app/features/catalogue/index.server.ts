/** The catalogue's server front door: what reads files and YAML. */
export { CatalogueFileError, loadCatalogue } from './catalogue.store.server.ts'
export { exportLibrary, importLibrary, LIBRARY_BYTES_AT_MOST, type LibraryContent } from './library.server.ts'
export type { CrosswalkPart } from './library-form.domain.ts'
export type { LibraryFault, LibraryFaultCode } from './library-reading.domain.ts'
