/** Steps of printing handouts that benchmarks time one by one, and that the package keeps to itself. */
// @boundaries-ignore timed here, and not for users
export { type AnswerRequest, openClosedPage } from '../../packages/publish/src/browser/closed-page.ts'
// @boundaries-ignore timed here, and not for users
export { launchBrowser } from '../../packages/publish/src/browser/index.ts'
// @boundaries-ignore timed here, and not for users
export { handoutLabels } from '../../packages/publish/src/handout/labels.ts'
// @boundaries-ignore timed here, and not for users
export { handoutPage, pageParts } from '../../packages/publish/src/handout/layouts.ts'
// @boundaries-ignore timed here, and not for users
export { prepareHandouts } from '../../packages/publish/src/handout/prepare.ts'
// @boundaries-ignore timed here, and not for users
export { layOutHandouts, printPages } from '../../packages/publish/src/handout/print.ts'
// @boundaries-ignore timed here, and not for users
export { CHUNK, writeHandouts } from '../../packages/publish/src/handout/render-handouts.ts'
// @boundaries-ignore what the tests look at
export { composeAll } from '../../packages/publish/test/support/compose-all.ts'
// @boundaries-ignore the sample that the tests print
export { renderInput } from '../../packages/publish/test/support/print-sample.ts'
// @boundaries-ignore the sample that the tests print
export { sampleBook } from '../../packages/publish/test/support/sample-book.ts'
