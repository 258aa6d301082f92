import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'

/** The objects of a PDF, read by a library that shares nothing with the code that wrote it. */
export class PdfObjects {
  readonly document: PDFDocument

  constructor(document: PDFDocument) {
    this.document = document
  }

  get context(): PDFContext {
    return this.document.context
  }

  get catalog(): PDFDict {
    return this.document.catalog
  }

  get pages(): { reference: string; dictionary: PDFDict }[] {
    return this.document.getPages().map((page) => ({ reference: page.ref.toString(), dictionary: page.node }))
  }

  /** The dictionary of a page, or of a drawing inside of one. */
  pageOf(reference: string): PDFDict | undefined {
    const number = Number.parseInt(reference, 10)
    return asDictionary(Number.isNaN(number) ? undefined : this.context.lookup(PDFRef.of(number)))
  }

  /** Every object with a number, as a dictionary where it is one or begins with one. */
  get dictionaries(): { reference: string; dictionary: PDFDict }[] {
    return this.context.enumerateIndirectObjects().flatMap(([number, object]) => {
      const reference = number.toString()
      if (object instanceof PDFStream) return [{ reference, dictionary: object.dict }]
      return object instanceof PDFDict ? [{ reference, dictionary: object }] : []
    })
  }

  get annotations(): { page: PDFDict; reference: string; dictionary: PDFDict }[] {
    return this.pages.flatMap(({ dictionary: page }) =>
      list(get(page, 'Annots')).flatMap((reference) => {
        const dictionary = reference instanceof PDFRef ? this.context.lookup(reference) : undefined
        return dictionary instanceof PDFDict && reference instanceof PDFRef
          ? [{ page, reference: reference.toString(), dictionary }]
          : []
      }),
    )
  }

  /** The text of a stream, one character a byte. */
  stream(object: PDFObject | undefined): string {
    return Buffer.from(this.bytes(object)).toString('latin1')
  }

  bytes(object: PDFObject | undefined): Uint8Array {
    if (object instanceof PDFRawStream) return decodePDFRawStream(object).decode()
    return object instanceof PDFStream ? object.getContents() : new Uint8Array()
  }

  get xmp(): string {
    return Buffer.from(this.bytes(get(this.catalog, 'Metadata'))).toString('utf8')
  }
}

/** The value of a key, behind a reference too. */
export function get(dictionary: PDFDict | undefined, key: string): PDFObject | undefined {
  return dictionary?.lookup(PDFName.of(key))
}

export function getDictionary(dictionary: PDFDict | undefined, key: string): PDFDict | undefined {
  return asDictionary(get(dictionary, key))
}

export function asDictionary(value: PDFObject | undefined): PDFDict | undefined {
  if (value instanceof PDFStream) return value.dict
  return value instanceof PDFDict ? value : undefined
}

/** A name without its slash. */
export function getName(dictionary: PDFDict | undefined, key: string): string | undefined {
  const value = get(dictionary, key)
  return value instanceof PDFName ? value.decodeText() : undefined
}

export function getNumber(dictionary: PDFDict | undefined, key: string): number | undefined {
  const value = get(dictionary, key)
  return value instanceof PDFNumber ? value.asNumber() : undefined
}

export function getText(dictionary: PDFDict | undefined, key: string): string | undefined {
  const value = get(dictionary, key)
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
}

export function isTrue(dictionary: PDFDict | undefined, key: string): boolean {
  return get(dictionary, key) === PDFBool.True
}

/** The values of an array, references as they are; one value alone as an array of one. */
export function list(value: PDFObject | undefined): PDFObject[] {
  if (value === undefined) return []
  return value instanceof PDFArray ? value.asArray() : [value]
}
