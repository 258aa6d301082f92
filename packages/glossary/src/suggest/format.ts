import { describePlace } from '../places.ts'
import type { Suggestion } from './suggest.ts'

const placesShown = 3

/** Suggestions as entries of glossary.yaml, with counts and places as comments, ready to paste. */
export function formatSuggestions(suggestions: readonly Suggestion[]): string {
  return suggestions
    .map(({ term, reading, count, sessions, places }) => {
      const shown = places.slice(0, placesShown).map(describePlace).join(', ')
      const more = places.length > placesShown ? ', …' : ''
      const lines = [
        `# ${count} uses in ${sessions} ${sessions === 1 ? 'session' : 'sessions'}: ${shown}${more}`,
        `- term: ${quote(term)}`,
        ...(reading === undefined ? [] : [`  reading: ${quote(reading)}`]),
        '  definition:',
      ]
      return `${lines.join('\n')}\n`
    })
    .join('')
}

/** A YAML scalar; quoted where plain text would be read as something else. */
function quote(text: string): string {
  return /^[\p{L}][\p{L}\p{N}ー・ _./+-]*$/u.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text)
}
