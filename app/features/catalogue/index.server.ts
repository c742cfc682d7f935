/** The catalogue's server front door: what reads files and YAML. */
export { CatalogueFileError, loadCatalogue } from './catalogue.store.server.ts'
