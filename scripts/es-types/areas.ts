/** Which file a type goes to: the first area with a matching name. */
const areas: readonly { readonly file: string; readonly names: RegExp }[] = [
  {
    file: 'document-inputs',
    names:
      /^(CommonDocument|Document(Product|TicketBAI|PaymentMethod)|RelatedDocument|BillsOfLading|CreditNote|Estimate|Invoice|ProFormaInvoice|PurchaseOrder|Receipt|SimplifiedInvoice).*(Input|Insert|Update|Tax)$/,
  },
  {
    file: 'documents',
    names:
      /^(CommonDocument|Document|RelatedDocument|BillsOfLading|CreditNote|Estimate|Invoice|ProFormaInvoice|PurchaseOrder|Receipt|SimplifiedInvoice|FileToken|Mail|Log|Recipient|LastOperations|Terminal)/,
  },
  { file: 'products', names: /^(Product|Property|Stock|Warehouse|PriceClass|Measurement|TicketBAI)/ },
  { file: 'parties', names: /^(Customer|Alternate|Salesperson)/ },
  { file: 'company', names: /^(Company|Me(Read)?$|User|Plan|FiscalZone|Exemption|AuthResource)/ },
  { file: 'settings', names: /./ },
]

export function areaOf(name: string): string {
  return areas.find(({ names }) => names.test(name))?.file ?? 'settings'
}
