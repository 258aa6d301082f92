/** An image as it stands in the ePub. */
export interface PackagedImage {
  /** Below `OEBPS/`. */
  file: string
  mediaType: string
  bytes: Uint8Array
}
