import { expect, it } from 'vitest'
import { fitHead } from '../../src/pdf/running-head.ts'

it('leaves a head that fits', () => {
  expect(fitHead('設計と運用の会', 7)).toBe('設計と運用の会')
  expect(fitHead('Notes on design', 10)).toBe('Notes on design')
})

it('shortens a head that is longer than its line, between characters as they are read', () => {
  expect(fitHead('設計と運用の会', 6)).toBe('設計と運用…')
  expect(fitHead('か\u{3099}か\u{3099}か\u{3099}', 2)).toBe('か\u{3099}…')
})
