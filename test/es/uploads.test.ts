import { describe, expect, it } from 'vitest'
import { createEsClient } from '../../src/es/index.ts'
import { loggedInEs } from '../oauth/es-support.ts'
import { failure } from './support.ts'

const image = () => new File(['the bytes'], 'cable.png', { type: 'image/png' })

/** A client whose requests are read as forms. */
function forms(status = 200) {
  const seen: { contentType: string | null; parts: [string, string | File][] }[] = []
  const fetch = async (request: Request) => {
    const contentType = request.headers.get('content-type')
    seen.push({ contentType, parts: [...(await request.formData())] })
    return Response.json({ data: { productUpdate: { errors: [], data: null } } }, { status })
  }
  return { seen, es: createEsClient({ token: 'the-token', companyId: 7, fetch, budget: false }) }
}

describe('a file', () => {
  it('goes along by the multipart convention', async () => {
    const { es, seen } = forms()
    const variant = { productId: 2, img: new Blob(['more'], { type: 'image/gif' }) }
    await failure(es.products.update({ productId: 1, img: image(), variants: [{ productId: 3 }, variant] }))
    const [request] = seen
    expect(request?.contentType).toMatch(/^multipart\/form-data; boundary=/)
    expect(request?.parts.map(([name]) => name)).toEqual(['operations', 'map', '0', '1'])
    const part = (name: string) => request?.parts.find(([own]) => own === name)?.[1]
    const { query, variables } = JSON.parse(String(part('operations')))
    expect(query).toMatch(/^mutation productUpdate\(/)
    expect(variables).toEqual({
      companyId: 7,
      data: { productId: 1, img: null, variants: [{ productId: 3 }, { productId: 2, img: null }] },
    })
    expect(JSON.parse(String(part('map')))).toEqual({
      0: ['variables.data.img'],
      1: ['variables.data.variants.1.img'],
    })
    expect(part('0')).toMatchObject({ name: 'cable.png', type: 'image/png', size: 9 })
    expect(part('1')).toMatchObject({ name: 'file', type: 'image/gif', size: 4 })
  })

  it('is sent once whatever happens', async () => {
    const { es, seen } = forms(500)
    await expect(es.products.update({ productId: 1, img: image() })).rejects.toMatchObject({
      code: 'http_500',
    })
    expect(seen).toHaveLength(1)
  })

  it('is sent again with a new token', async () => {
    const seen: number[] = []
    const fetch = async (request: Request) => {
      const part = (await request.formData()).get('0')
      seen.push(part instanceof File ? part.size : 0)
      const refused = seen.length === 1
      return Response.json({ data: { productUpdate: null } }, { status: refused ? 401 : 200 })
    }
    const token = { get: async ({ rejected = '' } = {}) => `${rejected}token` }
    const es = createEsClient({ token, companyId: 7, fetch, budget: false })
    await failure(es.products.update({ productId: 1, img: image() }))
    expect(seen).toEqual([9, 9])
  })

  it('reaches the emulator', async () => {
    const { tokens, fetch, clock, emulator } = await loggedInEs()
    const companyId = Number(Object.keys(emulator.state.companies)[0])
    const es = createEsClient({ token: tokens, companyId, fetch, clock, budget: false, strict: true })
    const { productCategoryId } = await es.productCategories.create({ name: 'Cables' })
    const { measurementUnitId } = await es.measurementUnits.create({ name: 'Metro', abbreviation: 'm' })
    const { productId } = await es.products.create({
      reference: 'CABLE-1',
      name: 'Cable',
      type: 1,
      price: 2.5,
      exemptionReason: 'Exento',
      productCategoryId,
      measurementUnitId,
      img: image(),
    })
    const path = Object.entries(emulator.state.media).find(([, { type }]) => type === 'image/png')
    expect(path?.[1].base64).toBe(btoa('the bytes'))
    expect(await es.products.get(productId)).toMatchObject({ reference: 'CABLE-1', price: 2.5, taxes: [] })
  })
})
