import { isMoloniError, memoryStore } from 'moloni-sdk'
import { createPtClient, type PtClient } from 'moloni-sdk/pt'

export const pt: PtClient = createPtClient({ token: 'token' })
export const store = memoryStore()
export const codeOf = (error: unknown): string => (isMoloniError(error) ? error.code : 'unexpected')
