import type { SettingsInput, SyncEngine } from 'moloni-sdk'
import type { Login } from './companies/index.ts'
import type { Emulation } from './emulation.ts'

export const connectionIdOf = ({ companyId }: Pick<Login, 'companyId'>) => `company-${companyId}`

/** Logs a company in and joins it. */
export async function join(
  engine: SyncEngine,
  { application }: Pick<Emulation, 'application'>,
  login: Login,
  how: { readonly platform: 'pt' | 'es' | 'on'; readonly settings: SettingsInput },
): Promise<void> {
  const connectionId = connectionIdOf(login)
  const { authorizeUrl } = await engine.connect({ ...how, connectionId, tenant: connectionId })
  const answer = await fetch(authorizeUrl, {
    method: 'POST',
    body: new URLSearchParams(login.fields),
    redirect: 'manual',
  })
  const callback = answer.headers.get('location')
  if (!callback?.startsWith(application.redirectUri))
    throw new Error(`The login page did not send us back (HTTP ${answer.status}).`)
  await engine.completeLogin(callback, { connectionId })
  await engine.selectCompany(connectionId, login.companyId)
}
