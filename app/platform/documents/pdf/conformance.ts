import {
  decodePDFRawStream,
  PDFBool,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'

const name = PDFName.of
const SCHEMAS = '<pdfaExtension:schemas><rdf:Bag>'

/** PDF/A allows a property in XMP only when its schema is described in the file (ISO 19005-3, 6.6.2.3). */
const UA_SCHEMA =
  '<rdf:li rdf:parseType="Resource">' +
  '<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>' +
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>' +
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>' +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">' +
  '<pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>' +
  '<pdfaProperty:name>part</pdfaProperty:name>' +
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>' +
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>'
const UA_CLAIM =
  '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>'

/**
 * Adds the claim of PDF/UA-1 beside PDF/A-3a, and asks readers to show the title in place of the file's name. The caller
 * has seen the same document pass an export as PDF/UA-1. Throws when the metadata is not as expected.
 */
export function claimAccessibility(document: PDFDocument): void {
  const { catalog, context } = document
  const found = context.lookup(catalog.get(name('ViewerPreferences')))
  const preferences = found instanceof PDFDict ? found : context.obj({})
  preferences.set(name('DisplayDocTitle'), PDFBool.True)
  catalog.set(name('ViewerPreferences'), preferences)

  const reference = catalog.get(name('Metadata'))
  const stream = context.lookup(reference)
  if (!(reference instanceof PDFRef) || !(stream instanceof PDFRawStream))
    throw new Error('conformance: no metadata')
  const metadata = Buffer.from(decodePDFRawStream(stream).decode()).toString('utf8')
  if (!metadata.includes(SCHEMAS)) throw new Error('conformance: the metadata describe no extension schemas')
  const claimed = metadata
    .replace(SCHEMAS, SCHEMAS + UA_SCHEMA)
    .replace('</rdf:RDF>', `${UA_CLAIM}</rdf:RDF>`)
  // As bytes: the library writes a string in Latin-1, which ruins a Thai title.
  const bytes = new Uint8Array(Buffer.from(claimed, 'utf8'))
  context.assign(reference, context.stream(bytes, { Type: 'Metadata', Subtype: 'XML' }))
}
