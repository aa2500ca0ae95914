import { CHART_FONT, wrapLines } from './text-width.ts';

/** What a picture of a chart says besides the chart: it leaves the page and must explain itself. */
export interface DownloadOptions {
  /** Name of the file without its ending. */
  readonly name: string;
  readonly format: 'svg' | 'png';
  readonly title: string;
  /** Lines under the drawing: figure, period, definition, when it was taken. */
  readonly notes?: readonly string[];
}

/** Where the drawing of a chart is found on the page. */
export function drawingIn(element: Element | null): SVGSVGElement | null {
  return element?.querySelector<SVGSVGElement>('svg.chart-drawing') ?? null;
}

/** The words of notes that the drawing has room for only as numbers, a line each. */
export function numberedNotesIn(element: Element | null): readonly string[] {
  const notes = [...(element?.querySelectorAll('.chart-notes li') ?? [])];
  return notes.map(({ children }) => [...children].map(({ textContent }) => textContent).join(' '));
}

/**
 * Saves a drawing as a file that needs nothing else: colours and fonts are written into it, it has a sheet behind it, a
 * title above and notes below. It is light, whatever the theme of the page: it will be printed or pasted. A PNG has two
 * pixels for each of the page.
 */
export async function downloadChart(svg: SVGSVGElement, options: DownloadOptions): Promise<void> {
  const drawing = inLightTheme(() => standaloneDrawing(svg, options));
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(drawing)}`;
  const vector = new Blob([text], { type: 'image/svg+xml' });
  const file = options.format === 'svg' ? vector : await rasterOf(vector, drawing);
  save(file, `${options.name}.${options.format}`);
}

const PAD = 24;
const TITLE_FONT = 16;
const TITLE_LINE = 22;
const NOTE_HEIGHT = 16;
const PIXEL_RATIO = 2;
const NAMESPACE = 'http://www.w3.org/2000/svg';

/** What style sheets decide and a file must carry itself. */
const INLINED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
] as const;

/** What only a pointer or the focus needs. */
const TOUCHED_ONLY = '.chart-column, .chart-look';

function standaloneDrawing(svg: SVGSVGElement, { title, notes = [] }: DownloadOptions): SVGSVGElement {
  const [width, height] = [svg.width.baseVal.value, svg.height.baseVal.value];
  const titleLines = wrapLines(title, (width * CHART_FONT) / TITLE_FONT, 'bold');
  const noteLines = notes.flatMap((note) => wrapLines(note, width));
  const titleHeight = titleLines.length * TITLE_LINE + 12;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  inlineStyles(svg, copy);
  for (const element of copy.querySelectorAll(TOUCHED_ONLY)) element.remove();
  for (const link of copy.querySelectorAll('a')) link.replaceWith(groupOf(link));
  const page = getComputedStyle(svg);
  const color = (token: string) => colorOf(token, svg);
  const text = (
    content: string,
    y: number,
    style: { readonly size: number; readonly weight: number; readonly fill: string },
  ) =>
    made('text', {
      x: PAD,
      y,
      fill: style.fill,
      'font-size': style.size,
      'font-weight': style.weight,
      'font-family': page.fontFamily,
      content,
    });
  const body = made('g', { transform: `translate(${PAD} ${PAD + titleHeight})` });
  for (const name of INLINED) body.setAttribute(name, copy.getAttribute(name) ?? '');
  body.append(...copy.childNodes);
  const total = {
    width: width + 2 * PAD,
    height: height + titleHeight + 2 * PAD + (noteLines.length > 0 ? noteLines.length * NOTE_HEIGHT + 8 : 0),
  };
  const file = made('svg', { ...total, viewBox: `0 0 ${total.width} ${total.height}` }) as SVGSVGElement;
  file.append(
    made('rect', { width: total.width, height: total.height, fill: color('--sheet') }),
    ...titleLines.map((line, index) =>
      text(line, PAD + 16 + index * TITLE_LINE, { size: TITLE_FONT, weight: 600, fill: color('--ink') }),
    ),
    body,
    ...noteLines.map((line, index) =>
      text(line, PAD + titleHeight + height + 20 + index * NOTE_HEIGHT, {
        size: 12,
        weight: 400,
        fill: color('--mut'),
      }),
    ),
  );
  return file;
}

/** A colour of the theme as any program reads it. */
function colorOf(token: string, svg: SVGSVGElement): string {
  const before = svg.style.color;
  svg.style.color = `var(${token})`;
  try {
    return getComputedStyle(svg).color;
  } finally {
    svg.style.color = before;
  }
}

/** Only what differs from the element around: everything listed but the opacity is inherited. */
function inlineStyles(from: Element, to: Element, around: Readonly<Record<string, string>> = {}): void {
  const style = getComputedStyle(from);
  const own = Object.fromEntries(INLINED.map((name) => [name, style.getPropertyValue(name)]));
  for (const [name, value] of Object.entries(own)) if (around[name] !== value) to.setAttribute(name, value);
  for (const name of ['class', 'tabindex', 'data-index', 'aria-label']) to.removeAttribute(name);
  const handedOn = { ...own, opacity: '1' };
  for (let i = 0; i < from.children.length; i++) inlineStyles(from.children[i]!, to.children[i]!, handedOn);
}

function groupOf(link: Element): Element {
  const group = made('g', {});
  group.append(...link.childNodes);
  return group;
}

function made(name: string, { content, ...attributes }: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (content !== undefined) element.textContent = String(content);
  return element;
}

/** Reads styles as they are in the light theme. Nothing is painted in between: the theme is back before the next frame. */
function inLightTheme<T>(read: () => T): T {
  const { dataset } = document.documentElement;
  const before = dataset.theme;
  dataset.theme = 'light';
  try {
    return read();
  } finally {
    if (before === undefined) delete dataset.theme;
    else dataset.theme = before;
  }
}

async function rasterOf(vector: Blob, drawing: SVGSVGElement): Promise<Blob> {
  const address = URL.createObjectURL(vector);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(Number(drawing.getAttribute('width')) * PIXEL_RATIO);
    canvas.height = Math.ceil(Number(drawing.getAttribute('height')) * PIXEL_RATIO);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('this browser draws no pictures');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) => {
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('the picture could not be made'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
