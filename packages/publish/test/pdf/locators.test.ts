import { describe, expect, it } from 'vitest'
import { printLocators } from '../../src/pdf/locators.ts'

const label = (page: number): string => (page < 10 ? 'i'.repeat(page) : String(page - 9))

function texts(pages: number[], primary: number[] = []): string[] {
  const targets = pages.map((page, at) => ({ id: `id-${at}`, page, primary: primary.includes(page) }))
  return printLocators(targets, label).map((each) => (each.primary ? `*${each.text}*` : each.text))
}

describe('printLocators', () => {
  it('prints each page once and in order', () => {
    expect(texts([30, 12, 12, 20])).toEqual(['3', '11', '21'])
  })

  it('makes a range of three or more pages, not of two', () => {
    expect(texts([12, 13, 15, 16, 17, 18])).toEqual(['3', '4', '6–9'])
  })

  it('keeps a defining place apart from the range around it', () => {
    expect(texts([12, 13, 14, 15, 16], [14])).toEqual(['3', '4', '*5*', '6', '7'])
  })

  it('never runs a range from roman to arabic numbers', () => {
    expect(texts([8, 9, 10, 11])).toEqual(['iiiiiiii', 'iiiiiiiii', '1', '2'])
  })
})
