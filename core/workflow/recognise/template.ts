import { messageVariable } from '../../message/index.ts';
import { fieldLabel, variableOf } from './fields.ts';
import { htmlText, isHtml } from './html-text.ts';
import type { TextPart } from './value.ts';
import { wordsOf } from './words.ts';

export interface Template {
  /** A text of ours; what was not recognised stands in it as `[INSERIR: …]`, which no message leaves with. */
  readonly body: string;
  /** What those places are called. */
  readonly gaps: readonly string[];
}

const MARK = /\uE000(\d+)\uE001/g;
const LONGEST = 9_000;

/** Turns the pieces of somebody's text into a text of ours for a day: fields become variables by their meaning. */
export function templateOf(parts: readonly TextPart[], day: number): Template {
  const inserts: string[] = [];
  const gaps: string[] = [];
  let text = '';
  const insert = (what: string): void => void (text += `\uE000${inserts.push(what) - 1}\uE001`);
  const gap = (label: string): void => {
    const name =
      label
        .replace(/[[\]{}%\uE000\uE001]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 60) || 'conferir';
    if (!gaps.includes(name)) gaps.push(name);
    insert(`[INSERIR: ${name}]`);
  };
  for (const part of parts) {
    if (part.k === 'words') text += part.words.replace(/[\uE000\uE001]/g, '');
    else if (part.k === 'gap') gap(part.about);
    else {
      const name = variableFor(part, text, day);
      if (name === undefined) gap(part.k === 'field' ? fieldLabel(part.path) : '');
      else {
        // A sum of ours comes with its sign.
        if (messageVariable(name)?.type === 'money') text = text.replace(/(?:R\$|\bBRL|\bUSD|\$|€)[\s\u00a0]*$/i, '');
        insert(`{{ ${name} }}`);
      }
    }
  }
  if (isHtml(text)) text = htmlText(text);
  // Signs that would be read as a template of ours, such as a WhatsApp template's {{1}}.
  text = text.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (_, inner: string) => {
    gaps.push(inner.trim() || 'conferir');
    inserts.push(
      `[INSERIR: ${
        inner
          .replace(/[[\]{}%]/g, ' ')
          .trim()
          .slice(0, 60) || 'conferir'
      }]`,
    );
    return `\uE000${inserts.length - 1}\uE001`;
  });
  text = text.replace(/\{(?=[{%])/g, '( ');
  const body = text
    .replace(/\r/g, '')
    .replace(/\\n/g, '\n')
    .replace(/[ \t]+\n/g, '\n')
    .trim()
    .slice(0, LONGEST)
    .replace(/\uE000\d*$/, '');
  return { body: body.replace(MARK, (_, index: string) => inserts[Number(index)] ?? ''), gaps };
}

function variableFor(part: Exclude<TextPart, { k: 'words' | 'gap' }>, before: string, day: number): string | undefined {
  if (part.k === 'variable') return part.name;
  if (part.k === 'days') return (part.sure ? part.sign === 1 : day > 0) ? 'debt.daysOverdue' : 'debt.daysUntilDue';
  const name = variableOf(part.path);
  if (
    name === 'debtor.name' &&
    (part.firstWord === true ||
      /(?:^|[\s>*_!])(?:ola|oi|hi|hello|dear|hola|bom dia|boa tarde|boa noite|e ai|prezad[oa](?: a)?|car[oa](?: a)?|sr|sra)$/.test(wordsOf(before.slice(-40))))
  )
    return 'debtor.firstName';
  // A count of days whose name does not say from where.
  if (name === undefined && /^dias?$|^days?$|^diff(?: days)?$/.test(wordsOf(part.path.at(-1) ?? ''))) return day > 0 ? 'debt.daysOverdue' : 'debt.daysUntilDue';
  return name;
}
