/** "Juni 2026": the worst month of the example company, read from what `kundig demo` printed in English. */
export function germanWorstMonth(printed: string): string {
  const [, month = '', year = ''] = /The worst was (\w+) (\d{4})/.exec(printed) ?? [];
  const noon = new Date(`${month} 15, ${year} 12:00 UTC`);
  return new Intl.DateTimeFormat('de', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon);
}
