import { existsSync } from 'node:fs'
import { buildASTSchema, buildSchema, type GraphQLSchema } from 'graphql'
import { operationsProvenOnEs, schemaText } from '../../../src/testing/es/sdl.ts'
import { readReference, referenceFile } from '../../es-schema/reference.ts'
import { CannotRun } from '../cannot-run.ts'

/** What the client of Moloni Spain and ON is compared with. */
export interface EsReference {
  readonly schema: GraphQLSchema
  /** Root operations that were seen on the Spanish host. */
  readonly proven: readonly string[]
}

/**
 * The reference file: the option, else the variable `MOLONI_ES_REFERENCE`, else beside the repository. Where nobody
 * named one and none is there, what the emulator says.
 */
export function readEsReference(option?: string, variable?: string): EsReference {
  const file = referenceFile(option, variable)
  if (existsSync(file)) {
    const { document, provenOnEs } = readReference(file)
    return { schema: buildASTSchema(document), proven: provenOnEs }
  }
  if (!option && !variable) return { schema: buildSchema(schemaText()), proven: [...operationsProvenOnEs()] }
  throw new CannotRun(
    `There is no reference of Moloni Spain and ON at ${String(file)}. Give its place with --es-reference FILE or MOLONI_ES_REFERENCE.`,
  )
}
