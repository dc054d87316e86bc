/** What a consumer sees: the names of each entry, and whether the parts belong together. */
export async function report({ root, pt, es, oauth, mappers, sync, outsmart, testing }) {
  const entries = { root, pt, es, oauth, mappers, sync, outsmart, testing }
  const refused = await pt
    .createPtClient({ token: 'expired', companyId: 1, fetch: refuse })
    .customers.getAll({ qty: 1, offset: 0 })
    .catch((error) => error)
  const misused = catching(() =>
    oauth.createOAuth({ platform: 'pt', clientId: '', clientSecret: '', redirectUri: '' }),
  )
  const misread = await outsmart
    .createOutsmartClient({ token: 'a', softwareToken: 'b', fetch: async () => Response.json([]) })
    .relations.list()
    .catch((error) => error)
  return {
    names: Object.fromEntries(
      Object.entries(entries).map(([entry, names]) => [entry, Object.keys(names).sort()]),
    ),
    refusedByRootClass: refused instanceof root.AuthError && root.isMoloniError(refused),
    misusedByRootClass: misused instanceof root.UsageError,
    misreadByRootClass: misread instanceof root.ContractError,
    sameStore: sync.memoryStore === root.memoryStore,
    sameClient: pt.createPtClient === root.createPtClient && es.createEsClient === root.createEsClient,
    sameEngine: sync.createSyncEngine === root.createSyncEngine,
    emulator: await answerOf(testing.createPtEmulator()),
  }
}

async function refuse() {
  const body = { error: 'invalid_grant', error_description: 'Access token expired.' }
  return Response.json(body, { status: 401 })
}

function catching(action) {
  try {
    return action()
  } catch (error) {
    return error
  }
}

async function answerOf(emulator) {
  const request = new Request('https://api.moloni.pt/v1/companies/getAll/?access_token=none', {
    method: 'POST',
  })
  return (await emulator.fetch(request)).status
}
