import { asCondition, both, isDecided, UNDECIDED, type Condition } from './compare.ts';
import { pairCondition } from './conditions.ts';
import type { DaySet } from './day-set.ts';
import { evaluate, type Fields } from './evaluate.ts';
import { recordOf, type ForeignNode } from './foreign-workflow.ts';

const LONGEST_QUERY = 20_000;
const DEEPEST = 8;

/** The days of the rows that a node fetches, as its query or its filters say; undefined when they say none. */
export function daysFetched(node: ForeignNode, fields: Fields): DaySet | undefined {
  const found: Condition[] = [];
  collect(node.parameters, fields, found, 0);
  const decided = found.filter(isDecided);
  return decided.length === 0 ? undefined : decided.reduce(both, UNDECIDED).yes;
}

function collect(json: unknown, fields: Fields, found: Condition[], depth: number): void {
  if (depth > DEEPEST || found.length > 200) return;
  if (Array.isArray(json)) {
    for (const entry of json as unknown[]) collect(entry, fields, found, depth + 1);
    return;
  }
  const record = recordOf(json);
  const field = firstText(record, 'lookupColumn', 'keyName', 'column', 'fieldId', 'name', 'key', 'field');
  const value = record['lookupValue'] ?? record['keyValue'] ?? record['fieldValue'] ?? record['value'];
  if (field !== '' && value !== undefined) found.push(pairCondition(field, firstText(record, 'condition', 'operation', 'operator'), value, fields));
  for (const [key, inner] of Object.entries(record)) {
    if (typeof inner !== 'string') collect(inner, fields, found, depth + 1);
    else if (/^(?:query|sql|rawQuery|filterByFormula|where|customQuery)$/i.test(key)) found.push(sqlCondition(inner, fields));
    else if (key === 'url')
      for (const [, name, raw] of inner.matchAll(/[?&]([\w.[\]%-]{2,40})=((?:\{\{[\s\S]*?\}\}|[^&\s]){1,200})/g))
        found.push(pairCondition(decode(name!), '', raw!, fields));
    else if (key === 'filterString')
      for (const [, name, op, raw] of inner.matchAll(/(\w+)=(eq|neq|gt|gte|lt|lte)\.((?:\{\{[\s\S]*?\}\}|[^&\s])+)/g))
        found.push(pairCondition(name!, op!, raw!, fields));
  }
}

function firstText(record: Readonly<Record<string, unknown>>, ...keys: readonly string[]): string {
  for (const key of keys) if (typeof record[key] === 'string' && record[key] !== '') return record[key];
  return '';
}

function decode(name: string): string {
  return name.replace(/%5B/gi, '[').replace(/%5D/gi, ']');
}

/** The condition of a query. SQL's and Airtable's ways to write dates become those of a script, which is then read. */
export function sqlCondition(query: string, fields: Fields): Condition {
  const text = query.replace(/^=/, '').slice(0, LONGEST_QUERY);
  const where = /\bwhere\b([\s\S]*?)(?:\bgroup by\b|\border by\b|\blimit\b|\bhaving\b|;|$)/i.exec(text)?.[1] ?? (/\bselect\b/i.test(text) ? '' : text);
  return where.trim() === '' ? UNDECIDED : asCondition(evaluate(asScript(where), fields));
}

function asScript(where: string): string {
  return where
    .replace(/\{\{([\s\S]*?)\}\}/g, '($1)')
    .replace(/'(\$now[^']*|\([^']*\$now[^']*\))'/g, '$1')
    .replace(/--.*$/gm, ' ')
    .replace(/\{([^{}]+)\}/g, (_, name: string) => name.trim().replace(/[^\p{L}\p{N}]+/gu, '_'))
    .replace(/::\s*\w+/g, '')
    .replace(
      /\b(?:CURRENT_DATE|CURRENT_TIMESTAMP|LOCALTIMESTAMP|SYSDATE)\b(?:\(\))?|\b(?:CURDATE|NOW|GETDATE|TODAY)\(\s*\)|\bdate\('now'(?:,\s*'localtime')?\)/gi,
      ' $today ',
    )
    .replace(/\bdate\('now',\s*'([+-]?\d+) days?'\)/gi, (_, days: string) => ` ($today + (${days})) `)
    .replace(
      /\bINTERVAL\s+'?\s*(-?\d+)\s*'?\s*(DAYS?|WEEKS?)?'?/gi,
      (_, count: string, unit: string | undefined) => ` ${/^w/i.test(unit ?? '') ? Number(count) * 7 : count} `,
    )
    .replace(/\b(?:DATE|TO_DATE|CAST|DATE_TRUNC)\s*\(\s*(?:'day'\s*,)?\s*([\w.$]+)\s*(?:AS DATE)?\s*\)/gi, ' $1 ')
    .replace(/([\w.$]+(?:\s*[+-]\s*\d+)?)\s+BETWEEN\s+(.+?)\s+AND\s+(.+?)(?=\s+AND\b|\s+OR\b|\)|$)/gi, '($1 >= ($2) && $1 <= ($3))')
    .replace(/([\w.$]+)\s+IN\s*\(([^()]*)\)/gi, '[$2].includes($1)')
    .replace(/<>/g, '!=')
    .replace(/([^<>!=])=(?![=>])/g, '$1==')
    .replace(/\bAND\b(?!\s*\()/gi, '&&')
    .replace(/\bOR\b(?!\s*\()/gi, '||')
    .replace(/(?<=[\w)'"]\s*)\bAND\s*\(/gi, '&& (')
    .replace(/(?<=[\w)'"]\s*)\bOR\s*\(/gi, '|| (')
    .replace(/\bIS\s+(?:NOT\s+)?NULL\b/gi, ' ');
}
