import fc from 'fast-check'

const word = fc.constantFrom(
  'トイル',
  'SLO',
  '会議',
  'Go',
  '10:30',
  'by',
  'さん',
  '@who',
  'Q:',
  'A:',
  '→',
  '？',
  '*強調*',
  '**太字**',
  '`code`',
  '[a]',
  '[x](https://a.example/)',
  '![絵](p.png)',
  '<b>',
  '&amp;',
  '\\*',
  '[^1]',
  '~~x~~',
  '{漢字|かんじ}',
  'https://b.example/x',
  '★',
  '※注',
  '5:5',
  '用語',
  '質問',
  '2019/5/12',
  '|',
  '#tag',
  '_',
  '1.',
  '-',
  '日本語https://c.example/',
  'a@b.example',
)
const words = fc.array(word, { minLength: 1, maxLength: 5 })
const phrase = fc.oneof(
  words.map((all) => all.join(' ')),
  words.map((all) => all.join('')),
)
const indent = fc.constantFrom('', '', '', ' ', '  ', '   ', '    ', '\t', '　', '　　', '      ')
const sign = fc.constantFrom('- ', '- ', '* ', '+ ', '1. ', '2) ', '10. ', '- [ ] ', '- [x] ', '-　')
const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(indent, sign, phrase).map((parts) => parts.join('')) },
  { weight: 3, arbitrary: fc.tuple(indent, phrase).map((parts) => parts.join('')) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom('# ', '## ', '### ', '#', '##', '#### '), phrase)
      .map((p) => p.join('')),
  },
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: phrase.map((text) => `> ${text}`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '```',
      '~~~',
      '---',
      '===',
      '<!-- 司会 -->',
      '| a | b |',
      '| - | - |',
      '[a]: https://d.example/',
      '[^1]: 脚注',
      '{% x %}',
      '{: .c }',
      '{% raw %}',
      '{% endraw %}',
      '{% comment %} x {% endcomment %}',
      '{::comment}',
      '{:/comment}',
      ':::{note} 注',
      ':::',
      '(a)=',
      '\\{: .d }',
      '\\{% raw %}',
      '```{note}',
      '***',
      '<div>',
      '</div>',
      '用語',
      '## 用語',
      '## メンバー',
      '## 質疑応答',
      '+++',
      '  ',
    ),
  },
)

/** Lines as they stand in notes, in every order. */
export const notesText = fc
  .tuple(
    fc.constantFrom('', '', '', '---\ntitle: 会\n---\n', '---\n\nid: x\n\n---\n', '+++\ntitle = "会"\n+++\n'),
    fc.array(line, { maxLength: 14 }),
    fc.constantFrom('\n', '\n', '\r\n'),
  )
  .map(([head, lines, end]) => (head + lines.join('\n')).replaceAll('\n', end))
