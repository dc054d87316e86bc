import { timeText } from '../dates.ts'
import type { EsBehaviour, EsEmulatorOptions } from '../options.ts'
import {
  type CompanyState,
  type CompanyTables,
  type EsState,
  idFields,
  isTable,
  type Row,
  takeId,
} from '../state.ts'

type Given = NonNullable<EsEmulatorOptions['companies']>[number]

/** A company as it is after its setup. */
export function newCompany(state: EsState, given: Given, behaviour: EsBehaviour): CompanyState {
  const { companyId } = given
  const at = timeText(behaviour.clock.now())
  const company: CompanyState = {
    ...emptyTables(),
    companyId,
    company: { ...given, isConfirmed: true, createdAt: at, updatedAt: at },
    documents: [],
  }
  void takeId(state)
  return company
}

function emptyTables(): CompanyTables {
  const none: Partial<Record<keyof CompanyTables, Row[]>> = {}
  for (const name of Object.keys(idFields)) if (isTable(name)) none[name] = []
  return none as CompanyTables
}
