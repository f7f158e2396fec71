import type { Block, CustomBlock } from '../../../core/cadence/blocks.ts';
import { BLOCKS } from '../../../core/cadence/definitions/blocks.ts';
import type { Field as FieldDefinition, Fields } from '../../../core/cadence/definitions/field.ts';
import type { AnyWords } from '../../../core/cadence/definitions/words.ts';
import { edit } from '../document/store.ts';
import { useT } from '../strings/index.ts';
import { DefinedField } from './DefinedField.tsx';

type OwnBlock = Exclude<Block, CustomBlock>;

/** The form of a block out of its definition: every field that the form around it does not show by itself. */
export function DefinedFields({ block, except = [], only }: { block: OwnBlock; except?: readonly string[]; only?: readonly string[] }) {
  const words = useT().fields[block.kind] as Readonly<Record<string, AnyWords>>;
  const fields: Fields = BLOCKS[block.kind].fields;
  const shown = Object.keys(fields).filter((name) => (only ? only.includes(name) : !except.includes(name)));
  const control = (name: string) => (
    <DefinedField
      key={`${block.id}:${name}`}
      field={fields[name]!}
      words={words[name]!}
      value={(block as Readonly<Record<string, unknown>>)[name]}
      onChange={(value) => changeField(block, name, fields[name]!, value)}
    />
  );
  return rowsOf(shown, fields).map((row) =>
    row.length === 1 ? (
      control(row[0]!)
    ) : (
      <div key={row.join()} className="field-pair">
        {row.map(control)}
      </div>
    ),
  );
}

/** One edit of one field; what is typed letter by letter is one step of undo. */
export function changeField(block: Block, name: string, field: FieldDefinition, value: unknown): void {
  const { [name]: _old, ...rest } = block as Readonly<Record<string, unknown>>;
  const next = (value === undefined ? rest : { ...block, [name]: value }) as Block;
  const typed = field.kind === 'text' || field.kind === 'number' || field.kind === 'money';
  edit({ kind: 'updateBlock', block: next }, typed ? { mergeKey: `${block.id}:${name}` } : {});
}

/** Two short ones that follow each other share a line. */
function rowsOf(names: readonly string[], fields: Fields): string[][] {
  const rows: string[][] = [];
  for (const name of names) {
    const last = rows.at(-1);
    if (last?.length === 1 && isShort(fields[last[0]!]!) && isShort(fields[name]!)) last.push(name);
    else rows.push([name]);
  }
  return rows;
}

function isShort(field: FieldDefinition): boolean {
  if (field.kind === 'choice') return field.options.length > 1;
  return field.kind === 'number' || field.kind === 'money' || (field.kind === 'text' && field.rows === undefined && field.maxLength <= 100);
}
