/** Steps of printing a book that benchmarks time one by one, and that the package keeps to itself. */
// @boundaries-ignore timed here, and not for users
export { openClosedPage } from '../../packages/publish/src/browser/closed-page.ts'
// @boundaries-ignore timed here, and not for users
export { launchBrowser } from '../../packages/publish/src/browser/index.ts'
// @boundaries-ignore timed here, and not for users
export { prepareBook } from '../../packages/publish/src/pdf/prepare.ts'
// @boundaries-ignore timed here, and not for users
export { printBook } from '../../packages/publish/src/pdf/print.ts'
// @boundaries-ignore timed here, and not for users
export { printPrepared } from '../../packages/publish/src/pdf/render-pdf.ts'
// @boundaries-ignore the sample that the tests print
export { renderInput } from '../../packages/publish/test/support/print-sample.ts'
// @boundaries-ignore the sample that the tests print
export { sampleBook } from '../../packages/publish/test/support/sample-book.ts'
