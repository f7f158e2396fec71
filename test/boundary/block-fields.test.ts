import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fields as english } from '../../builder-ui/src/strings/en/fields.ts';
import { fields as portuguese } from '../../builder-ui/src/strings/pt-BR/fields.ts';
import { BLOCKS, defaultOf, type AnyWords, type DefinedKind, type Field, type Fields } from '../../core/cadence/definitions/index.ts';
import { decodeField, defaultParameter } from '../../core/workflow/index.ts';

/** Every field of every block, rows' own fields included. */
const all: [string, Field, AnyWords, AnyWords][] = (Object.keys(BLOCKS) as DefinedKind[]).flatMap((kind) =>
  listed(BLOCKS[kind].fields, kind, portuguese.fields[kind] as never, english.fields[kind] as never),
);

type Words = Readonly<Record<string, AnyWords & { fields?: Words }>>;
function listed(fields: Fields, path: string, own: Words, other: Words): [string, Field, AnyWords, AnyWords][] {
  return Object.entries(fields).flatMap(([name, field]) => [
    [`${path}.${name}`, field, own[name]!, other[name]!] as [string, Field, AnyWords, AnyWords],
    ...(field.kind === 'rows' ? listed(field.fields, `${path}.${name}`, own[name]!.fields!, other[name]!.fields!) : []),
  ]);
}

const forms = new URL('../../builder-ui/src/inspector/', import.meta.url);
const formTexts = readdirSync(forms)
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => readFileSync(new URL(name, forms), 'utf8'))
  .join('\n');

describe('a field of a block', () => {
  test.each(all)('%s has the same words in both languages, in each its own', (_path, field, own, other) => {
    expect(Object.keys(other).sort()).toEqual(Object.keys(own).sort());
    for (const words of [own, other]) for (const word of [words.label, ...Object.values(words.options ?? {})]) expect(word.trim()).not.toBe('');
    expect(Object.keys(other.options ?? {}).sort()).toEqual(Object.keys(own.options ?? {}).sort());
    if ('options' in field) expect(Object.keys(own.options ?? {}).sort()).toEqual(field.options.map(({ value }) => value).sort());
    if (own.help !== undefined) expect(other.help).not.toBe(own.help);
  });

  test.each(all)('%s means its default when n8n leaves it out, and the default is written as that', (_path, field) => {
    expect(decodeField(field, undefined)).toEqual(defaultOf(field));
    expect(decodeField(field, defaultParameter(field))).toEqual(defaultOf(field));
  });

  test.each(all.filter(([, field]) => ['id', 'list', 'rows'].includes(field.kind)))(
    '%s, for which there is no ready control, has a form of its own',
    (path) => {
      expect(formTexts).toContain(path.split('.').at(-1)!);
    },
  );
});
