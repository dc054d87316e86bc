import { createPtEmulator, mswHandlers, serve } from 'moloni-sdk/testing'
import { setupServer } from 'msw/node'

const emulator = createPtEmulator()
export const server = setupServer(...mswHandlers(emulator))
export const url = async (): Promise<string> => (await serve(emulator)).url
