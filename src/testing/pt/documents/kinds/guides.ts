import type { DocumentType } from '../types.ts'
import { carried, carriedTo, from, guides, invoices, orders } from './words.ts'

/** Goods on the road. */
export const guideKinds: readonly DocumentType[] = [
  {
    group: 'deliveryNotes',
    typeId: 6,
    code: 'GR',
    name: 'Guia de Remessa',
    takes: `${carriedTo} ${from} eac_id salesman_id salesman_commission`,
    sources: [...orders, ...invoices],
    stock: -1,
    transport: true,
  },
  {
    group: 'billsOfLading',
    typeId: 15,
    code: 'GT',
    name: 'Guia de Transporte',
    takes: `${carriedTo} ${from} our_reference`,
    sources: [...orders, ...invoices],
    stock: -1,
    transport: true,
  },
  {
    group: 'customerReturnNotes',
    typeId: 16,
    code: 'GD',
    name: 'Guia de Devolução',
    takes: `${carriedTo} ${from} financial_discount`,
    sources: [...invoices, ...guides],
    stock: 1,
    transport: true,
  },
  {
    group: 'waybills',
    typeId: 17,
    code: 'GC',
    name: 'Guia de Consignação',
    takes: `${carriedTo} ${from} financial_discount eac_id`,
    sources: [...orders, ...invoices],
    stock: -1,
    transport: true,
  },
  {
    group: 'ownAssetsMovementGuides',
    typeId: 18,
    code: 'GA',
    name: 'Guia de Movimentação de Ativos Próprios',
    takes: carriedTo,
    transport: true,
  },
  {
    group: 'globalGuides',
    typeId: 25,
    code: 'GG',
    name: 'Guia Global',
    takes: `${carried} ${from} document_type_id!`,
    sources: [...guides],
    transport: true,
  },
]
