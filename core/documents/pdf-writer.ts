// pdf-lib: writes PDF in plain JavaScript anywhere, with the 14 standard fonts; no font files, no headless browser.
import type { PDFFont, PDFPage } from 'pdf-lib';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { CivilDate } from '../civil-date.ts';
import { printable } from './printable.ts';

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89 } as const;
const MM = 72 / 25.4;
export const mm = (millimetres: number): number => millimetres * MM;

const MARGIN = { left: mm(25), right: mm(20), top: mm(22), bottom: mm(22) } as const;
const BODY = { size: 11, leading: 15 } as const;

export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly align?: 'left' | 'right' | 'center';
  /** Space after, in points. */
  readonly after?: number;
  /** Left indent, in points. */
  readonly indent?: number;
}

export interface TableColumn {
  readonly title: string;
  /** Share of the width; the shares of a table are relative to each other. */
  readonly width: number;
  readonly align?: 'left' | 'right';
}

export interface PdfDetails {
  readonly title: string;
  readonly author: string;
  /** The only date in the file: the same content on the same day gives the same bytes. */
  readonly on: CivilDate;
  /** Printed at the foot of every page beside the page number. */
  readonly footer?: string | undefined;
}

/** Writes flowing text and tables on A4, breaking lines and pages. Coordinates grow downwards from the top of the text area. */
export class PdfWriter {
  readonly #document: PDFDocument;
  readonly #regular: PDFFont;
  readonly #bold: PDFFont;
  readonly #details: PdfDetails;
  #page: PDFPage;
  #y: number;

  private constructor(document: PDFDocument, regular: PDFFont, bold: PDFFont, details: PdfDetails) {
    this.#document = document;
    this.#regular = regular;
    this.#bold = bold;
    this.#details = details;
    this.#page = document.addPage([PAGE.width, PAGE.height]);
    this.#y = PAGE.height - MARGIN.top;
  }

  static async create(details: PdfDetails): Promise<PdfWriter> {
    const document = await PDFDocument.create({ updateMetadata: false });
    const [regular, bold] = await Promise.all([document.embedFont(StandardFonts.Helvetica), document.embedFont(StandardFonts.HelveticaBold)]);
    const date = new Date(`${details.on}T12:00:00Z`);
    document.setTitle(details.title, { showInWindowTitleBar: true });
    document.setAuthor(details.author);
    document.setLanguage('pt-BR');
    document.setProducer('Régua');
    document.setCreator('Régua');
    document.setCreationDate(date);
    document.setModificationDate(date);
    return new PdfWriter(document, regular, bold, details);
  }

  get #width(): number {
    return PAGE.width - MARGIN.left - MARGIN.right;
  }

  /** Text at a fixed place of the current page, `x` and `top` in points from the left and top edges: what window envelopes need. */
  at(x: number, top: number, lines: readonly string[], { size = BODY.size, bold = false }: TextStyle = {}): void {
    for (const [index, line] of lines.entries()) {
      this.#page.drawText(printable(line), { x, y: PAGE.height - top - size - index * size * 1.25, size, font: bold ? this.#bold : this.#regular });
    }
  }

  /** A short line at the left edge, where a sheet is folded or a form begins. */
  tick(top: number): void {
    this.#page.drawLine({ start: { x: mm(5), y: PAGE.height - top }, end: { x: mm(9), y: PAGE.height - top }, thickness: 0.4 });
  }

  /** Goes on at this distance from the top edge, if the text is not below it already. */
  moveTo(top: number): void {
    this.#y = Math.min(this.#y, PAGE.height - top);
  }

  title(text: string): void {
    this.paragraph(text, { size: 15, bold: true, after: 14 });
  }

  heading(text: string): void {
    this.#room(44);
    this.#y -= 6;
    this.paragraph(text, { size: 12, bold: true, after: 6 });
  }

  paragraph(text: string, { size = BODY.size, bold = false, align = 'left', after = 8, indent = 0 }: TextStyle = {}): void {
    const font = bold ? this.#bold : this.#regular;
    const leading = size * (BODY.leading / BODY.size);
    for (const line of wrap(printable(text), font, size, this.#width - indent)) {
      this.#room(leading);
      this.#y -= leading;
      const free = this.#width - indent - font.widthOfTextAtSize(line, size);
      const x = MARGIN.left + indent + (align === 'right' ? free : align === 'center' ? free / 2 : 0);
      if (line !== '') this.#page.drawText(line, { x, y: this.#y, size, font });
    }
    this.#y -= after;
  }

  list(items: readonly string[], mark = '•'): void {
    for (const item of items) {
      this.#room(BODY.leading);
      this.#page.drawText(printable(mark), { x: MARGIN.left, y: this.#y - BODY.leading, size: BODY.size, font: this.#regular });
      this.paragraph(item, { indent: mark.length > 1 ? 22 : 14, after: 3 });
    }
    this.#y -= 5;
  }

  table(columns: readonly TableColumn[], rows: readonly (readonly string[])[], { boldLast = false }: { readonly boldLast?: boolean } = {}): void {
    const size = 9;
    const total = columns.reduce((sum, { width }) => sum + width, 0);
    const widths = columns.map(({ width }) => (width / total) * this.#width);
    const draw = (cells: readonly string[], bold: boolean) => this.#row(cells, widths, columns, size, bold);
    const titles = columns.map(({ title }) => title);
    draw(titles, true);
    for (const [index, row] of rows.entries()) {
      // The titles again on every page: a table is read by them.
      if (this.#y - this.#rowHeight(row, widths, size) < MARGIN.bottom) {
        this.#newPage();
        draw(titles, true);
      }
      draw(row, boldLast && index === rows.length - 1);
    }
    this.#y -= 10;
  }

  space(points: number): void {
    this.#y -= points;
  }

  /** Place, date and a line to sign on, kept together. */
  signature(placeAndDate: string, name: string): void {
    this.#room(110);
    this.#y -= 14;
    this.paragraph(placeAndDate, { after: 44 });
    this.#page.drawLine({ start: { x: MARGIN.left, y: this.#y }, end: { x: MARGIN.left + mm(80), y: this.#y }, thickness: 0.6 });
    this.paragraph(name);
  }

  /** @returns the PDF; the same calls give the same bytes */
  async bytes(): Promise<Uint8Array> {
    const pages = this.#document.getPages();
    for (const [index, page] of pages.entries()) {
      const number = `${index + 1}/${pages.length}`;
      const y = mm(12);
      page.drawText(number, { x: PAGE.width - MARGIN.right - this.#regular.widthOfTextAtSize(number, 8), y, size: 8, font: this.#regular });
      if (!this.#details.footer) continue;
      const lines = wrap(printable(this.#details.footer), this.#regular, 8, this.#width - 40);
      for (const [line, text] of lines.entries()) page.drawText(text, { x: MARGIN.left, y: y + (lines.length - 1 - line) * 10, size: 8, font: this.#regular });
    }
    return this.#document.save();
  }

  #rowHeight(cells: readonly string[], widths: readonly number[], size: number): number {
    const lines = cells.map((cell, column) => wrap(printable(cell), this.#bold, size, widths[column]! - 12).length);
    return Math.max(1, ...lines) * size * 1.3 + 6;
  }

  #row(cells: readonly string[], widths: readonly number[], columns: readonly TableColumn[], size: number, bold: boolean): void {
    const font = bold ? this.#bold : this.#regular;
    const height = this.#rowHeight(cells, widths, size);
    this.#room(height);
    let x = MARGIN.left;
    for (const [column, cell] of cells.entries()) {
      const width = widths[column]!;
      for (const [index, line] of wrap(printable(cell), font, size, width - 12).entries()) {
        const free = width - 6 - font.widthOfTextAtSize(line, size);
        this.#page.drawText(line, { x: x + (columns[column]!.align === 'right' ? free - (column < cells.length - 1 ? 6 : 0) : 0), y: this.#y - size - 2 - index * size * 1.3, size, font });
      }
      x += width;
    }
    this.#y -= height;
    this.#page.drawLine({ start: { x: MARGIN.left, y: this.#y }, end: { x: PAGE.width - MARGIN.right, y: this.#y }, thickness: bold ? 0.8 : 0.3 });
  }

  #room(height: number): void {
    if (this.#y - height < MARGIN.bottom) this.#newPage();
  }

  #newPage(): void {
    this.#page = this.#document.addPage([PAGE.width, PAGE.height]);
    this.#y = PAGE.height - MARGIN.top;
  }
}

/** Spaces where a line may break: not within `R$ 100,00`, `(11) 3000-1000` or a date and its time. */
const BREAKABLE = /(?<!R\$) (?!\d{4,5}-\d{4}|\d\d:\d\d)/;

/** Lines no wider than `width`; a word that is wider alone (a link, a code) is cut. Empty lines stay. */
function wrap(text: string, font: PDFFont, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const source of text.split('\n')) {
    let line = '';
    for (const word of source.split(BREAKABLE)) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (font.widthOfTextAtSize(longer, size) <= width) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      line = word;
      while (font.widthOfTextAtSize(line, size) > width) {
        const fits = longestFit(line, font, size, width);
        lines.push(line.slice(0, fits));
        line = line.slice(fits);
      }
    }
    lines.push(line);
  }
  return lines;
}

function longestFit(text: string, font: PDFFont, size: number, width: number): number {
  let length = text.length - 1;
  while (length > 1 && font.widthOfTextAtSize(text.slice(0, length), size) > width) length -= 1;
  return length;
}
