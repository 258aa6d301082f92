import type { HumanCondition } from '../condition.ts'

const human = (id: string, title: string, note: string): HumanCondition => ({ id, by: 'human', title, note })
const nobody = (id: string, title: string, note: string): HumanCondition => ({
  id,
  by: 'nobody',
  title,
  note,
})

const NO_ACTION = 'The books hold no actions, scripts, sounds or films.'
const NO_OCR = 'All text is set as text; nothing is scanned.'

export const humanConditions: HumanCondition[] = [
  human(
    '01-001',
    'An artifact is tagged as content',
    'Borders, backgrounds and running matter are artifacts.',
  ),
  human(
    '01-002',
    'Content is an artifact',
    'Text in the text block is always tagged, also what the style sheet writes.',
  ),
  human(
    '01-006',
    'The type of an element does not fit what it holds',
    'Types come from the HTML of the notes.',
  ),
  human('02-002', 'A type is mapped to one that does not fit', 'Em and Strong stand for Span.'),
  human('03-001', 'An action makes the page flicker', NO_ACTION),
  human('03-002', 'A film flickers', NO_ACTION),
  human('03-003', 'A script makes the page flicker', NO_ACTION),
  human(
    '04-001',
    'Colour, contrast or place alone says something',
    'The theme adds colour to code alone, which reads the same without it.',
  ),
  human('05-001', 'A medium has sound that is nowhere else', NO_ACTION),
  human('05-002', 'A sound is nowhere else', NO_ACTION),
  human('05-003', 'A script beeps', NO_ACTION),
  human('06-004', 'The title does not say which document this is', 'It is the title of book.yaml.'),
  human('08-001', 'Text that was recognised is wrong', NO_OCR),
  human('08-002', 'Text that was recognised is not tagged', NO_OCR),
  human(
    '09-001',
    'The order of the tags is not that of reading',
    'It is that of the HTML; read two pages of it below.',
  ),
  human('09-002', 'Elements stand in each other without sense', 'Shown below.'),
  human('09-003', 'The standard type of an element does not fit', 'Shown below.'),
  human(
    '11-007',
    'A language is not the right one',
    'It is that of book.yaml, and the `lang` of HTML in the notes.',
  ),
  human('12-001', 'A stretched character is many', 'There are none.'),
  human('13-001', 'A graphic is not a Figure', 'Images, drawings and codes to scan are.'),
  human('13-002', 'A link with a background does not describe it', 'Links have no backgrounds.'),
  human('13-003', 'A caption is not a Caption', 'That of an image is, if the image has an alternative text.'),
  human(
    '13-005',
    'Text that replaces is given for a figure that needs a description',
    'Figures have Alt alone.',
  ),
  human('13-006', 'Graphics that belong together are tagged one by one', 'An image is one figure.'),
  human('13-007', 'There is a form that is easier to read', 'Tables and code are text, not pictures.'),
  human(
    '13-008',
    'A figure that is text has no text that replaces it',
    'A box to tick says “done” or “open”.',
  ),
  human('14-001', 'A heading is not tagged', 'Those of the notes are.'),
  human('14-004', 'Levels of headings are not written in Arabic numerals', 'H1 to H6 alone are used.'),
  human('14-005', 'A heading of the seventh level is not H7', 'The notes have six levels at most.'),
  human('15-001', 'The head of a row is not tagged', 'It is where the notes mark it as one.'),
  human('15-002', 'The head of a column is not tagged', 'The first row of a Markdown table is.'),
  human('15-004', 'A table is none', 'Tables are those of the notes, and the facts of the colophon.'),
  human('15-005', 'It is not clear which head a cell has', 'Cells name their heads, heads their scope.'),
  human('16-001', 'An ordered list does not say how it is numbered', 'Lists with numbers do.'),
  human('16-002', 'The numbering of a list is not the right one', 'It is the one that is printed.'),
  human('16-003', 'A list is not tagged', 'Lists of the notes, the glossary, the index are.'),
  human('17-001', 'Mathematics is not a Formula', 'Notes have no syntax for it.'),
  human('18-001', 'A running head is no artifact', 'Heads and page numbers are.'),
  human('18-002', 'Heads and feet are not told apart', 'They are, by their place on the page.'),
  human('19-001', 'A note is not a Note', 'Footnotes of the notes are.'),
  human('19-002', 'A reference is not a Reference', 'Calls of notes and entries of the contents are.'),
  human('22-001', 'Threads of articles are not in the order of reading', 'There are none.'),
  nobody('23-001', 'Signatures', 'The protocol has no test; the books are not signed.'),
  human('24-001', 'A printed form is not tagged as one', 'There are no forms.'),
  nobody('27-001', 'Navigation', 'The protocol has no test; there are an outline, page labels and contents.'),
  human(
    '28-001',
    'An annotation is not in the order of reading',
    'A link stands in the structure where its text does.',
  ),
  human('28-003', 'An annotation is decoration', 'Links are the only ones.'),
  human('28-013', 'A map of an image is the only way to something', 'There are none.'),
  human('29-001', 'A script wants keys at the right time', NO_ACTION),
  human('31-010', 'A font may not be embedded', 'All fonts are under the Open Font License.'),
]
