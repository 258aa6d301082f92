import type { Condition, MachineCondition } from '../condition.ts'
import { annotationConditions } from './annotations.ts'
import { contentConditions } from './content.ts'
import { documentConditions } from './document.ts'
import { fontDictionaryConditions } from './font-dictionaries.ts'
import { fontProgramConditions } from './font-programs.ts'
import { humanConditions } from './human.ts'
import { languageConditions } from './language.ts'
import { roleConditions } from './roles.ts'
import { semanticConditions } from './semantics.ts'
import { trueTypeConditions } from './truetype.ts'

export const machineConditions: MachineCondition[] = [
  ...contentConditions,
  ...roleConditions,
  ...documentConditions,
  ...languageConditions,
  ...semanticConditions,
  ...annotationConditions,
  ...fontDictionaryConditions,
  ...fontProgramConditions,
  ...trueTypeConditions,
]

/** Every condition of the Matterhorn protocol 1.1, in its order. */
export const conditions: Condition[] = [...machineConditions, ...humanConditions].toSorted((a, b) =>
  a.id < b.id ? -1 : 1,
)
