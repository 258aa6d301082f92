import type { Rule } from '@notes/parser'

/** Diagnostics of the file for the press. */
export const pressRule = {
  noPressFile: {
    id: 'publish/no-press-file',
    level: 'error',
    summary: 'The file for the press that `pdf: {standard: …}` asks for was not made; the PDF to read was.',
    hint: 'Install Ghostscript, name it in NOTES_GS, or write `standard: none`.',
    example: 'pdf: {standard: x-3} (on a machine without Ghostscript)',
  },
  pressTransparency: {
    id: 'publish/press-transparency',
    level: 'warning',
    summary: 'The standard for the press has no transparency, so a page with it is printed as one picture.',
    hint: 'Draw the image without opacity, masks and shadows, or save it as a PNG.',
    example: '![構成図](opacity.svg)',
  },
} as const satisfies Record<string, Rule>
