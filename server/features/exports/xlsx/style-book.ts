import { xmlAttribute } from './xml-text.ts';

/** The styles of one workbook. A style is told by its number format; it gets its number when it is first asked for. */
export interface StyleBook {
  readonly heading: number;
  of(format: string): number;
  /** `xl/styles.xml`, with all styles asked for until now. */
  xml(): string;
}

/** Format of texts: a cell that is opened and left again stays a text, whatever it begins with. */
export const TEXT_FORMAT = '@';

/** Formats below are those of Excel itself. */
const FIRST_OWN_FORMAT = 164;
const HEADING = 1;

export function newStyleBook(): StyleBook {
  const formats: string[] = [];
  return {
    heading: HEADING,
    of: (format) => {
      const known = formats.indexOf(format);
      return HEADING + (known < 0 ? formats.push(format) : known + 1);
    },
    xml: () => stylesXml(formats),
  };
}

function stylesXml(formats: readonly string[]): string {
  const codes = [TEXT_FORMAT, ...formats].map(
    (format, index) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + index}" formatCode="${xmlAttribute(format)}"/>`,
  );
  const styles = formats.map(
    (_, index) =>
      `<xf numFmtId="${FIRST_OWN_FORMAT + index + 1}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="${codes.length}">${codes.join('')}</numFmts>`,
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${styles.length + 2}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`,
    `<xf numFmtId="${FIRST_OWN_FORMAT}" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1"/>`,
    `${styles.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');
}
