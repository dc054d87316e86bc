import * as z from 'zod'

/** Languages that texts for people come in (ISO 639-1): Portuguese of Portugal, Spanish of Spain. */
export const issueLanguage = z.enum(['en', 'nl', 'pt', 'es'])
export type IssueLanguage = z.infer<typeof issueLanguage>
