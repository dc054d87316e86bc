import type { ExportSettings } from 'moloni-sdk'

export type DocumentKind = ExportSettings['kind']

/** How the office of a country writes its work orders. */
export interface Words {
  readonly jobs: readonly string[]
  /** Types of work, by the document that the settings make of them. */
  readonly typesOfWork: Readonly<Partial<Record<DocumentKind, string>>>
  /** Never printed for the customer. */
  readonly internal: string
  readonly unknownMaterial: string
  readonly unknownHourType: string
  readonly unknownCustomer: string
  readonly nobody: string
  readonly typedIn: string
  readonly unknownPayment: string
  /** Where a customer moves, and who comes anew. */
  readonly newPlace: { readonly address: string; readonly zipCode: string; readonly city: string }
  readonly newCustomer: string
}

export const portuguese: Words = {
  jobs: [
    'Substituição do quadro elétrico',
    'Manutenção do ar condicionado',
    'Reparação de fuga na canalização',
    'Instalação de tomadas e iluminação',
    'Limpeza de filtros e verificação de gás',
  ],
  typesOfWork: { invoice: 'assistência', purchaseOrder: 'encomenda', invoiceReceipt: 'pronto pagamento' },
  internal: 'Chave no vaso da entrada; não dizer ao cliente.',
  unknownMaterial: 'CABO-QUE-NAO-EXISTE',
  unknownHourType: 'HORA-LUNAR',
  unknownCustomer: 'Cliente por criar',
  nobody: 'Obra sem cliente',
  typedIn: 'Abraçadeira avulsa',
  unknownPayment: 'vale de desconto',
  newPlace: { address: 'Rua do Pinhal 12', zipCode: '4400-129', city: 'Vila Nova de Gaia' },
  newCustomer: 'Padaria Nova, Lda.',
}

export const spanish: Words = {
  jobs: [
    'Sustitución del cuadro eléctrico',
    'Mantenimiento del aire acondicionado',
    'Reparación de una fuga de agua',
    'Instalación de enchufes e iluminación',
    'Limpieza de filtros y revisión del gas',
  ],
  typesOfWork: { invoice: 'asistencia', purchaseOrder: 'pedido', invoiceReceipt: 'pago al contado' },
  internal: 'La llave está en la maceta; no decirlo al cliente.',
  unknownMaterial: 'CABLE-QUE-NO-EXISTE',
  unknownHourType: 'HORA-LUNAR',
  unknownCustomer: 'Cliente por crear',
  nobody: 'Obra sin cliente',
  typedIn: 'Abrazadera suelta',
  unknownPayment: 'vale de descuento',
  newPlace: { address: 'Calle Mayor 12', zipCode: '46270', city: 'Villanueva de Castellón' },
  newCustomer: 'Panadería Nueva, S.L.',
}
