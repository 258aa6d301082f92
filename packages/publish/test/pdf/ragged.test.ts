import type { Element } from 'hast'
import { describe, expect, it } from 'vitest'
import { element } from '../../src/html/element.ts'
import { markRagged } from '../../src/pdf/ragged.ts'

describe('markRagged', () => {
  it('marks points with about as much Latin text as Japanese, by their own text alone', () => {
    const inner = element('li', {}, ['設計と運用の話'])
    const outer = element('li', { className: ['action'] }, [
      '対応先: ACM, CloudTrail, EC2 ',
      element('code', {}, ['ELB']),
      element('ul', {}, [inner]),
    ])
    const japanese = element('p', {}, ['監視の値を決めてから配備の手順をSREが見直した。'])
    markRagged(element('section', {}, [element('ul', {}, [outer]), japanese]))
    const classes = ({ properties }: Element) => properties['className']
    expect([outer, inner, japanese].map(classes)).toEqual([['action', 'ragged'], undefined, undefined])
  })
})
