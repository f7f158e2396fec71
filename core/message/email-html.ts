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
  readonly creditor: Pick<Creditor, 'name' | 'document' | 'address' | 'paymentUrl'>;
}

/**
 * Dark grey on white is 12.6:1, the link's blue 7.2:1, white on the button 7.7:1: all above WCAG AAA's 7:1. Inline because mail programs drop style sheets;
 * laid out by tables because Outlook knows no other way.
 */
const STYLE = {
  page: 'margin:0;padding:0;background:#f5f3ef;color:#2b2b2b;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5',
  sheet: 'width:100%;max-width:600px;background:#ffffff;border-radius:12px;border-collapse:separate',
  head: 'padding:20px 32px;border-bottom:1px solid #e6e2da;font-size:16px;font-weight:bold;color:#00574f',
  main: 'padding:24px 32px 8px;color:#2b2b2b;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;text-align:left',
  heading: 'font-size:22px;line-height:1.3;margin:0 0 16px;color:#2b2b2b',
  paragraph: 'margin:0 0 16px',
  label: 'margin:0 0 8px',
  link: 'color:#0b4f8a;text-decoration:underline',
  button: 'border-radius:8px;background:#00574f;padding:14px 28px;text-align:center',
  buttonText: 'color:#ffffff;font-weight:bold;text-decoration:none;display:inline-block',
  aside: 'margin:8px 0 20px;font-size:13px;color:#4a4a4a;overflow-wrap:anywhere',
  code: 'margin:0 0 16px;padding:12px;border:1px solid #d9d5cd;border-radius:8px;background:#f5f3ef;font-family:Consolas,Menlo,monospace;font-size:14px;overflow-wrap:anywhere;word-break:break-word',
  table: 'border-collapse:collapse;width:100%;margin:0 0 16px',
  caption: 'text-align:left;font-weight:bold;padding:0 0 8px',
  cell: 'text-align:left;font-weight:normal;padding:8px 0;border-bottom:1px solid #d9d5cd',
  amount: 'text-align:right;padding:8px 0;border-bottom:1px solid #d9d5cd;white-space:nowrap',
  total: 'text-align:left;font-weight:bold;padding:8px 0',
  totalAmount: 'text-align:right;font-weight:bold;padding:8px 0;white-space:nowrap',
  footer: 'padding:16px 32px 24px;border-top:1px solid #e6e2da;font-size:13px;line-height:1.5;color:#4a4a4a;text-align:left',
} as const;

/** For programs that darken mail: the same contrast the other way round. */
const DARK =
  '@media (prefers-color-scheme:dark){.page{background:#1b1a18!important}.sheet{background:#272523!important}.ink{color:#f2efe9!important}' +
  '.soft{color:#cfc9bf!important}.brand{color:#7fd1c7!important}.link{color:#9ccbff!important}.rule{border-color:#4a4642!important}.code{background:#1b1a18!important;color:#f2efe9!important}}';

const LAYOUT = 'role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"';

/**
 * Accessible HTML from a message's plain text: language set, one heading, the value as a table with caption and row headers, a button where the text has the
 * page to pay on, codes to copy in a box of their own, real links, no images and nothing loaded from outside. Everything that came from data is escaped.
 */
export function emailHtml({ subject, text, charges, creditor }: EmailContent): string {
  const identity = creditor.document === '' ? undefined : namedDocument(creditor.document);
  const blocks = text.split(/\n{2,}/);
  // Who collects stands in the text for programs without HTML; here it is the foot of the page.
  const said = blocks.filter((block) => identity === undefined || !block.includes(identity));
  const identified = blocks.filter((block) => !said.includes(block));
  const paragraphs = paragraphsOf(said, creditor.paymentUrl.split('{{')[0]!);
  // The table stands right after the paragraph that names the total, where the question "why so much?" comes up.
  if (charges && charges.debts.length > 0) {
    const total = formatMoney(charges.total);
    const named = said.findIndex((block) => block.includes(total));
    paragraphs.splice(named < 0 ? paragraphs.length : named + 1, 0, valueTable(charges));
  }
  return [
    '<!doctype html>',
    '<html lang="pt-BR">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(subject)}</title><style>${DARK}</style></head>`,
    `<body class="page" style="${STYLE.page}">`,
    `<table ${LAYOUT} class="page" style="background:#f5f3ef"><tr><td align="center" style="padding:24px 12px">`,
    `<table ${LAYOUT} class="sheet" style="${STYLE.sheet}">`,
    creditor.name === '' ? '' : `<tr><td class="brand rule" style="${STYLE.head}">${escapeHtml(creditor.name)}</td></tr>`,
    `<tr><td class="ink" style="${STYLE.main}"><main>`,
    `<h1 class="ink" style="${STYLE.heading}">${kept(escapeHtml(subject))}</h1>`,
    ...paragraphs,
    '</main></td></tr>',
    footer(identified, creditor),
    '</table>',
    '</td></tr></table>',
    '</body>',
    '</html>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** One piece of HTML for each block; the first link to the page to pay on becomes a button. */
function paragraphsOf(blocks: readonly string[], payPage: string): string[] {
  let hasButton = payPage === '';
  return blocks.map((block) => {
    const lines = block.split('\n');
    if (lines.every((line) => /^[-•] /.test(line))) {
      return `<ul style="${STYLE.paragraph}">${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join('')}</ul>`;
    }
    const pieces: string[] = [];
    let plain: string[] = [];
    const flush = (style: string): void => {
      if (plain.length > 0) pieces.push(`<p style="${style}">${plain.map(inline).join('<br>')}</p>`);
      plain = [];
    };
    for (const line of lines) {
      const [, before = '', code] = CODE_AT_END.exec(line) ?? [];
      const [, label = '', address] = hasButton ? [] : (LINK_AT_END.exec(line) ?? []);
      if (code !== undefined) {
        if (before.trim() !== '') plain.push(before.trim());
        flush(STYLE.label);
        pieces.push(`<p class="code rule" style="${STYLE.code}">${escapeHtml(code)}</p>`);
      } else if (address?.startsWith(payPage)) {
        hasButton = true;
        if (label.trim() !== '') plain.push(label.trim());
        flush(STYLE.label);
        pieces.push(button(address));
      } else plain.push(line);
    }
    flush(STYLE.paragraph);
    return pieces.join('\n');
  });
}

/** A Pix code to copy, or the digits of a boleto, at the end of a line. */
const CODE_AT_END = /^(.*?)(000201\d{2}[\x20-\x7e]{30,}|\d(?:[ .-]?\d){45,48})$/;
const LINK_AT_END = /^(.*?)(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)])\.?$/;

/** A cell with a colour of its own, so that Outlook draws it too; the address stands beneath for who wants to see where it leads. */
function button(address: string): string {
  const href = escapeHtml(address);
  return [
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="#00574f" style="${STYLE.button}"><a href="${href}" style="${STYLE.buttonText}">Ver e pagar</a></td></tr></table>`,
    `<p class="soft" style="${STYLE.aside}">Se o botão não abrir, copie o endereço: <a class="link" href="${href}" style="${STYLE.link}">${href}</a></p>`,
  ].join('\n');
}

/** An amount is never parted from its "R$", nor a telephone at its hyphen. */
const kept = (html: string): string =>
  html.replace(/R\$ (?=\d)/g, () => 'R$&nbsp;').replace(/\(\d{2}\) \d{4,5}-\d{4}/g, (phone) => `<span style="white-space:nowrap">${phone}</span>`);

const LINK = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Escapes the text and makes web and e-mail addresses links. */
function inline(text: string): string {
  let html = '';
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const address = match[0];
    const href = address.startsWith('http') ? address : `mailto:${address}`;
    html += `${kept(escapeHtml(text.slice(from, match.index)))}<a class="link" href="${escapeHtml(href)}" style="${STYLE.link}">${escapeHtml(address)}</a>`;
    from = match.index + address.length;
  }
  return html + kept(escapeHtml(text.slice(from)));
}

function valueTable(charges: DebtsCharges): string {
  const rows = breakdownLines(charges).map(
    ({ label, amount }) =>
      `<tr><th scope="row" class="rule" style="${STYLE.cell}">${label}</th><td class="rule" style="${STYLE.amount}">${kept(escapeHtml(formatMoney(amount)))}</td></tr>`,
  );
  return [
    `<table style="${STYLE.table}">`,
    `<caption style="${STYLE.caption}">Como chegamos ao valor em ${formatCivilDate(charges.asOf)}</caption>`,
    '<tbody>',
    ...rows,
    `</tbody><tfoot><tr><th scope="row" style="${STYLE.total}">Total</th><td style="${STYLE.totalAmount}">${kept(escapeHtml(formatMoney(charges.total)))}</td></tr></tfoot>`,
    '</table>',
  ].join('\n');
}

/** Name, document and address of who collects (CDC 42-A), as the text says them or as the creditor has them. */
function footer(identified: readonly string[], { name, document, address }: EmailContent['creditor']): string {
  const lines = identified.length > 0 ? identified.flatMap((block) => block.split('\n')) : [name, document ? namedDocument(document) : '', address];
  const shown = lines.filter((line) => line !== '');
  return shown.length > 0 ? `<tr><td class="soft rule" style="${STYLE.footer}">${shown.map(inline).join('<br>')}</td></tr>` : '';
}
