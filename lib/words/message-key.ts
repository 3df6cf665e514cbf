/** The catalogue key of a stable snake_case key: "ticket_burden" → "ticketBurden" (bands, reasons, measures, stages …). */
export function messageKey(key: string): string {
  return key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
