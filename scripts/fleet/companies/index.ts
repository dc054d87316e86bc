import type { Platform } from 'moloni-sdk'
import type { Companies, CompaniesOptions } from './companies.ts'
import { graphqlCompanies } from './graphql.ts'
import { ptCompanies } from './pt.ts'

export type { Companies, Login } from './companies.ts'

/** Sets up the emulated Moloni of a platform. */
export function openCompanies(platform: Platform, options: CompaniesOptions): Companies {
  return platform === 'pt' ? ptCompanies(options) : graphqlCompanies(platform, options)
}
