import type { Creditor } from '../cadence/policies.ts';
import type { DebtsCharges } from '../charges/index.ts';
import { formatCivilDate } from '../civil-date.ts';
import { formatMoney } from '../money.ts';
import { breakdownLines } from './breakdown.ts';
import { namedDocument } from './display.ts';
import { escapeHtml } from './escape-html.ts';

export interface EmailContent {
  readonly subject: string;
  readonly text: string;
  /** Shown as a table; absent in messages that ask for no money. */
  readonly charges?: DebtsCharges | undefined;
  readonly creditor: Pick<Creditor, 'name' | 'document' | 'address'>;
}

/** Dark grey on white is 12.6:1, the link's blue 7.2:1: both above WCAG AAA's 7:1. Inline because mail programs drop style sheets. */
const STYLE = {
  body: 'margin:0;padding:0;background:#f5f3ef;color:#2b2b2b;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5',
  main: 'max-width:600px;margin:0 auto;padding:24px;background:#ffffff',
  heading: 'font-size:20px;line-height:1.3;margin:0 0 16px;color:#2b2b2b',
  paragraph: 'margin:0 0 16px',
  link: 'color:#0b4f8a;text-decoration:underline',
  table: 'border-collapse:collapse;width:100%;margin:0 0 16px',
  caption: 'text-align:left;font-weight:bold;padding:0 0 8px',
  cell: 'text-align:left;font-weight:normal;padding:8px 0;border-bottom:1px solid #d9d5cd',
  amount: 'text-align:right;padding:8px 0;border-bottom:1px solid #d9d5cd;white-space:nowrap',
  total: 'text-align:left;font-weight:bold;padding:8px 0',
  totalAmount: 'text-align:right;font-weight:bold;padding:8px 0;white-space:nowrap',
  footer: 'margin:24px 0 0;padding:16px 0 0;border-top:1px solid #d9d5cd;font-size:14px;color:#4a4a4a',
} as const;

/**
 * Accessible HTML from a message's plain text: language set, one heading, the value as a table with caption and row headers, real
 * links, no images and nothing loaded from outside. Everything that came from data is escaped.
 */
export function emailHtml({ subject, text, charges, creditor }: EmailContent): string {
  const blocks = text.split(/\n{2,}/);
  const paragraphs = blocks.map(paragraph);
  // The table stands right after the paragraph that names the total, where the question "why so much?" comes up.
  if (charges && charges.debts.length > 0) {
    const total = formatMoney(charges.total);
    const named = blocks.findIndex((block) => block.includes(total));
    paragraphs.splice(named < 0 ? paragraphs.length : named + 1, 0, valueTable(charges));
  }
  const identified = creditor.document !== '' && text.includes(namedDocument(creditor.document));
  return [
    '<!doctype html>',
    '<html lang="pt-BR">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(subject)}</title></head>`,
    `<body style="${STYLE.body}">`,
    `<main style="${STYLE.main}">`,
    `<h1 style="${STYLE.heading}">${escapeHtml(subject)}</h1>`,
    ...paragraphs,
    identified ? '' : footer(creditor),
    '</main>',
    '</body>',
    '</html>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function paragraph(block: string): string {
  const lines = block.split('\n');
  if (lines.every((line) => /^[-•] /.test(line))) {
    return `<ul style="${STYLE.paragraph}">${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join('')}</ul>`;
  }
  return `<p style="${STYLE.paragraph}">${lines.map(inline).join('<br>')}</p>`;
}

const LINK = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Escapes the text and makes web and e-mail addresses links. */
function inline(text: string): string {
  let html = '';
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const address = match[0];
    const href = address.startsWith('http') ? address : `mailto:${address}`;
    html += `${escapeHtml(text.slice(from, match.index))}<a href="${escapeHtml(href)}" style="${STYLE.link}">${escapeHtml(address)}</a>`;
    from = match.index + address.length;
  }
  return html + escapeHtml(text.slice(from));
}

function valueTable(charges: DebtsCharges): string {
  const rows = breakdownLines(charges).map(
    ({ label, amount }) => `<tr><th scope="row" style="${STYLE.cell}">${label}</th><td style="${STYLE.amount}">${escapeHtml(formatMoney(amount))}</td></tr>`,
  );
  return [
    `<table style="${STYLE.table}">`,
    `<caption style="${STYLE.caption}">Como chegamos ao valor em ${formatCivilDate(charges.asOf)}</caption>`,
    '<tbody>',
    ...rows,
    `</tbody><tfoot><tr><th scope="row" style="${STYLE.total}">Total</th><td style="${STYLE.totalAmount}">${escapeHtml(formatMoney(charges.total))}</td></tr></tfoot>`,
    '</table>',
  ].join('\n');
}

/** Name, document and address of who collects (CDC 42-A). */
function footer({ name, document, address }: EmailContent['creditor']): string {
  const lines = [name, document ? namedDocument(document) : '', address].filter((line) => line !== '');
  return lines.length > 0 ? `<footer style="${STYLE.footer}">${lines.map(escapeHtml).join('<br>')}</footer>` : '';
}
