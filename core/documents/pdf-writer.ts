// pdf-lib: writes PDF in plain JavaScript anywhere, with the 14 standard fonts; no font files, no headless browser.
import type { PDFFont, PDFPage } from 'pdf-lib';
import { PDFDocument, rgb, StandardFonts } from 'pdf-lib';
import type { CivilDate } from '../civil-date.ts';
import { printable } from './printable.ts';
import { wrap } from './wrap-text.ts';

/** Points that a signature takes, with a name of two lines. */
export const SIGNATURE_HEIGHT = 110;

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89 } as const;
const MM = 72 / 25.4;
export const mm = (millimetres: number): number => millimetres * MM;

const MARGIN = { left: mm(25), right: mm(20), top: mm(22), bottom: mm(22) } as const;
const BODY = { size: 11, leading: 15 } as const;
const FOOTER = { size: 8, leading: 10, bottom: mm(12) } as const;
const CELL = { size: 9, leading: 11.7, padding: 6 } as const;
/** What has to fit under a heading for it not to stand alone at the foot of a page. */
const UNDER_HEADING = 48;

export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly align?: 'left' | 'right' | 'center';
  /** Space after, in points. */
  readonly after?: number;
  /** Left indent, in points. */
  readonly indent?: number;
}

export interface PlacedStyle extends Pick<TextStyle, 'size' | 'bold'> {
  /** Lines that are wider are broken at this width, in points. */
  readonly width: number;
  /** What goes beyond so many lines is left out, and "…" says so. */
  readonly most: number;
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
  readonly #footer: readonly string[];
  /** Where the text area ends, from the foot of the page: above the footer, however long it is. */
  readonly #bottom: number;
  #page: PDFPage;
  #y: number;

  private constructor(document: PDFDocument, regular: PDFFont, bold: PDFFont, footer: string) {
    this.#document = document;
    this.#regular = regular;
    this.#bold = bold;
    this.#footer = footer === '' ? [] : wrap(printable(footer), regular, FOOTER.size, this.#width - 40);
    this.#bottom = Math.max(MARGIN.bottom, FOOTER.bottom + this.#footer.length * FOOTER.leading + mm(5));
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
    return new PdfWriter(document, regular, bold, details.footer ?? '');
  }

  get #width(): number {
    return PAGE.width - MARGIN.left - MARGIN.right;
  }

  /** Text at a fixed place of the current page, `x` and `top` in points from the left and top edges: what window envelopes need. @returns the lines written */
  at(x: number, top: number, lines: readonly string[], { size = BODY.size, bold = false, width, most }: PlacedStyle): number {
    const font = bold ? this.#bold : this.#regular;
    const all = lines.flatMap((line) => wrap(printable(line), font, size, width));
    const broken = all.length > most ? [...all.slice(0, most - 1), '…'] : all;
    for (const [index, line] of broken.entries()) this.#page.drawText(line, { x, y: PAGE.height - top - size - index * size * 1.25, size, font });
    return broken.length;
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

  /** @param follows points that have to fit under it on the same page, such as a table's {@link tableHeight} */
  heading(text: string, follows: number = UNDER_HEADING): void {
    const size = 12;
    const lines = wrap(printable(text), this.#bold, size, this.#width).length;
    this.#room(Math.min(12 + lines * size * (BODY.leading / BODY.size) + follows, this.#textHeight));
    this.#y -= 6;
    this.paragraph(text, { size, bold: true, after: 6 });
  }

  paragraph(text: string, { size = BODY.size, bold = false, align = 'left', after = 8, indent = 0 }: TextStyle = {}): void {
    const font = bold ? this.#bold : this.#regular;
    const leading = size * (BODY.leading / BODY.size);
    const lines = wrap(printable(text), font, size, this.#width - indent);
    // No first line alone at the foot of a page.
    if (lines.length > 1) this.#room(2 * leading);
    for (const line of lines) {
      this.#room(leading);
      this.#y -= leading;
      const free = this.#width - indent - font.widthOfTextAtSize(line, size);
      const x = MARGIN.left + indent + (align === 'right' ? free : align === 'center' ? free / 2 : 0);
      if (line !== '') this.#page.drawText(line, { x, y: this.#y, size, font });
    }
    this.#y -= after;
  }

  list(items: readonly string[], mark: '•' | '☐' = '•'): void {
    for (const item of items) {
      this.#room(BODY.leading);
      const y = this.#y - BODY.leading;
      if (mark === '☐') this.#page.drawRectangle({ x: MARGIN.left, y: y - 1, width: 9, height: 9, borderWidth: 0.8, borderColor: rgb(0, 0, 0) });
      else this.#page.drawText(mark, { x: MARGIN.left, y, size: BODY.size, font: this.#regular });
      this.paragraph(item, { indent: mark === '☐' ? 18 : 14, after: 3 });
    }
    this.#y -= 5;
  }

  table(columns: readonly TableColumn[], rows: readonly (readonly string[])[], { boldLast = false }: { readonly boldLast?: boolean } = {}): void {
    const titles = columns.map(({ title }) => title);
    const draw = (cells: readonly string[], bold: boolean): void => this.#row(cells, columns, bold, titles);
    draw(titles, true);
    for (const [index, row] of rows.entries()) {
      const last = index === rows.length - 1;
      // The sum does not stand alone on a page of its own.
      const together = boldLast && index === rows.length - 2 ? this.#rowHeight(rows[index + 1]!, columns) : 0;
      // The titles again on every page: a table is read by them.
      if (this.#y - this.#rowHeight(row, columns) - together < this.#bottom && index > 0) {
        this.#newPage();
        draw(titles, true);
      }
      draw(row, boldLast && last);
    }
    this.#y -= 10;
  }

  /** Points that a table takes when it is not broken. */
  tableHeight(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): number {
    return [columns.map(({ title }) => title), ...rows].reduce((sum, row) => sum + this.#rowHeight(row, columns), 10);
  }

  space(points: number): void {
    this.#y -= points;
  }

  /** Place, date and a line to sign on, kept together. */
  signature(placeAndDate: string, name: string): void {
    this.#room(SIGNATURE_HEIGHT);
    this.#y -= 14;
    this.paragraph(placeAndDate, { after: 44 });
    this.#page.drawLine({ start: { x: MARGIN.left, y: this.#y }, end: { x: MARGIN.left + mm(80), y: this.#y }, thickness: 0.6 });
    this.paragraph(name);
  }

  /** @returns the PDF; the same calls give the same bytes */
  async bytes(): Promise<Uint8Array> {
    const pages = this.#document.getPages();
    const { size, leading, bottom } = FOOTER;
    for (const [index, page] of pages.entries()) {
      const number = `${index + 1}/${pages.length}`;
      page.drawText(number, { x: PAGE.width - MARGIN.right - this.#regular.widthOfTextAtSize(number, size), y: bottom, size, font: this.#regular });
      for (const [line, text] of this.#footer.entries())
        page.drawText(text, { x: MARGIN.left, y: bottom + (this.#footer.length - 1 - line) * leading, size, font: this.#regular });
    }
    return this.#document.save();
  }

  #widthsOf(columns: readonly TableColumn[]): number[] {
    const total = columns.reduce((sum, { width }) => sum + width, 0);
    return columns.map(({ width }) => (width / total) * this.#width);
  }

  /** Measured in bold, so that a row takes the same room however it is written. */
  #rowHeight(cells: readonly string[], columns: readonly TableColumn[]): number {
    const widths = this.#widthsOf(columns);
    const lines = cells.map((cell, column) => wrap(printable(cell), this.#bold, CELL.size, widths[column]! - 2 * CELL.padding).length);
    return Math.max(1, ...lines) * CELL.leading + CELL.padding;
  }

  #row(cells: readonly string[], columns: readonly TableColumn[], bold: boolean, titles: readonly string[]): void {
    const font = bold ? this.#bold : this.#regular;
    const widths = this.#widthsOf(columns);
    const lines = cells.map((cell, column) => wrap(printable(cell), font, CELL.size, widths[column]! - 2 * CELL.padding));
    this.#room(Math.min(this.#rowHeight(cells, columns), this.#textHeight));
    // A row taller than what is left (a long working) goes on overleaf.
    for (let from = 0; from === 0 || lines.some((cell) => cell.length > from);) {
      if (from > 0) {
        this.#newPage();
        this.#row(titles, columns, true, titles);
      }
      const fit = Math.max(1, Math.floor((this.#y - this.#bottom - CELL.padding) / CELL.leading));
      const part = lines.map((cell) => cell.slice(from, from + fit));
      this.#drawCells(part, columns, widths, font);
      this.#y -= Math.max(1, ...part.map((cell) => cell.length)) * CELL.leading + CELL.padding;
      from += fit;
    }
    this.#page.drawLine({ start: { x: MARGIN.left, y: this.#y }, end: { x: PAGE.width - MARGIN.right, y: this.#y }, thickness: bold ? 0.8 : 0.3 });
  }

  #drawCells(cells: readonly (readonly string[])[], columns: readonly TableColumn[], widths: readonly number[], font: PDFFont): void {
    let x = MARGIN.left;
    for (const [column, lines] of cells.entries()) {
      const width = widths[column]!;
      const inner = width - (column < cells.length - 1 ? 2 * CELL.padding : CELL.padding);
      for (const [index, line] of lines.entries()) {
        const free = columns[column]!.align === 'right' ? inner - font.widthOfTextAtSize(line, CELL.size) : 0;
        this.#page.drawText(line, { x: x + free, y: this.#y - CELL.size - 2 - index * CELL.leading, size: CELL.size, font });
      }
      x += width;
    }
  }

  get #textHeight(): number {
    return PAGE.height - MARGIN.top - this.#bottom;
  }

  #room(height: number): void {
    if (this.#y - height < this.#bottom) this.#newPage();
  }

  #newPage(): void {
    this.#page = this.#document.addPage([PAGE.width, PAGE.height]);
    this.#y = PAGE.height - MARGIN.top;
  }
}
