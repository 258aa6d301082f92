import type { Rule } from '@notes/parser'

/** Diagnostics of themes. */
export const themeRule = {
  unknown: {
    id: 'publish/unknown-theme',
    level: 'error',
    summary: 'The theme does not exist; the plain one is used instead.',
    hint: 'Name a theme that exists, or a folder of the book such as ./my-theme.',
    example: 'theme: plane',
  },
  css: {
    id: 'publish/theme-css',
    level: 'error',
    summary: 'The CSS of a theme cannot be read here; the rule or declaration is left out.',
    hint: 'Correct the CSS.',
    example: 'h2 { color teal }',
  },
  unknownProperty: {
    id: 'publish/theme-property',
    level: 'warning',
    summary: 'A theme sets a property that neither CSS nor the themes know, and that looks like one they do.',
    hint: 'Correct the name; docs/themes.md lists the properties of themes.',
    example: ':root { --font-boddy: serif }',
  },
  unsafe: {
    id: 'publish/theme-unsafe',
    level: 'error',
    summary: 'A theme asks for what a book may not have: files, addresses, pages of its own; it is left out.',
    hint: 'Draw with CSS alone; fonts, page size and margins stand in theme.yaml.',
    example: '@import "https://example.com/fonts.css";',
  },
  unreadFile: {
    id: 'publish/theme-file',
    level: 'warning',
    summary: 'A file of a theme has a name that is not read.',
    hint: 'A theme has theme.yaml, theme.css, and print.css, epub.css and handout.css for one output each.',
    example: 'my-theme/style.css',
  },
  font: {
    id: 'publish/theme-font',
    level: 'error',
    summary: 'A font that theme.yaml names cannot be used, so one of the shipped fonts takes its place.',
    hint: 'Name a font file of the theme’s folder with one face that may be embedded.',
    example: 'fonts: [{family: My Gothic, file: my-gothic.ttc}]',
  },
  unknownFamily: {
    id: 'publish/theme-family',
    level: 'warning',
    summary: 'The CSS of a theme names a font that neither comes with the packages nor with the theme.',
    hint: 'Name a shipped font, or put the font’s file into the theme’s folder and name it in theme.yaml.',
    example: ":root { --font-body: 'Comic Sans MS' }",
  },
} as const satisfies Record<string, Rule>
