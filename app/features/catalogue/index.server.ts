/** The catalogue's server front door: an agency's catalogue, and libraries in and out. */
export { catalogueIn } from './agency-catalogue.server.ts'
export { catalogueFor, catalogueOfAgency } from './catalogue.queries.server.ts'
export { loadCatalogue } from './catalogue.store.server.ts'
export { catalogueStamp } from './catalogue-stamp.server.ts'
export { exportLibrary } from './library.server.ts'
export { type LibraryFile, looksLikeLibrary, withLibraryFile } from './read-library-file.server.ts'
export {
  type ImportCatalogueLibrary,
  type ImportedLibrary,
  importCatalogueLibrary,
} from './usecases/import-catalogue-library.server.ts'
