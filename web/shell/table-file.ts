import type { Language } from '#text/language.ts';

/** How a table is written as a file for those who read it: spreadsheets set to German want semicolons and commas. */
export function tableFile(format: 'csv' | 'xlsx', language: Language) {
  const german = { delimiter: ';', decimalComma: 'true', bom: 'true' } as const;
  return { format, language, ...(format === 'csv' && language === 'de' ? german : {}) };
}
