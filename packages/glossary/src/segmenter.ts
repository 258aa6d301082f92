import type { Token, Tokenizer } from './model.ts'

/**
 * A tokenizer on `Intl.Segmenter`, for browsers: nothing to load, and fast, but it knows neither readings nor
 * parts of speech, so that links are a little worse and no reading is guessed.
 */
export function createSegmenterTokenizer(): Tokenizer {
  let segmenter: Intl.Segmenter | undefined
  return {
    tokenize(text) {
      segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' })
      return Array.from(segmenter.segment(text), ({ index, segment }): Token => ({
        start: index,
        end: index + segment.length,
      }))
    },
  }
}
