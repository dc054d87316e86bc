/** Which file a definition goes to: the first area with a matching name. */
export const areas: readonly { readonly file: string; readonly names: RegExp }[] = [
  { file: 'lists', names: /(Filter|Search|Order)Field$/ },
  {
    file: 'reports',
    names:
      /^(Sales(Analysis|Pending|Statement)|Purchases|ProfitMargins|CustomerHistory|TaxesMap|Salespersons?(Payments|Commission)|Get.*Related|GetPossible|StockProducts|ListStock)/,
  },
  {
    file: 'parties',
    names:
      /^(Customer(?!Return)|Supplier(?=[A-Z]?$|Read|Insert|Update|s|Opt|Filter)|Salesperson(?!Payment)|Alternate|BulkC|BulkS|Gdpr)/,
  },
  {
    file: 'products',
    names: /^(Product|Property|Stock|Warehouse|PriceClass|Measurement|BulkP|Label|Identification)/,
  },
  {
    file: 'settings',
    names:
      /^(Tax|FiscalZone|Payment(?!Return)|Maturity|Delivery(?!Note)|Geographic|Countr|Currenc|Language|Timezone|Business|Vehicle|Retention|Special|Economic|Banking|Bank|CustomField|Hook|Event)/,
  },
  {
    file: 'company',
    names: /^(Company|Companies|Me($|[A-Z])|User|Partner|Notification|AT|SAFT|EDI|Generate|Import|Check)/,
  },
  { file: 'others', names: /./ },
]
