import type { INodeProperties, INodePropertyCollection, NodePropertyTypes } from 'n8n-workflow';
import { isOptional, type Field, type Fields, type Option } from '../../core/cadence/definitions/index.ts';
import { defaultParameter, nodeVersions, type NodeKind } from '../../core/workflow/index.ts';

/** What n8n's form adds to a field's definition: when it is shown, and words that hold only there. */
interface Extra extends Partial<Pick<INodeProperties, 'displayName' | 'description' | 'displayOptions' | 'noDataExpression' | 'required'>> {
  /** For the fields of a row, by the document's name of each. */
  readonly row?: Readonly<Record<string, Extra>>;
}

/**
 * A field's parameters in n8n's form: one, or where its default changed, one for the node's versions of each default.
 * A parameter that n8n leaves out means the default here, so it comes from the same definition as the importer's.
 */
export function propertiesOf(field: Field, extra: Extra = {}, kind?: NodeKind): INodeProperties[] {
  const formerly = kind === undefined || !('formerly' in field) ? [] : (field.formerly ?? []);
  if (formerly.length === 0) return [propertyOf(field, extra)];
  const versions = nodeVersions(kind!);
  const ends = [...formerly.map(({ until }) => until), Number.POSITIVE_INFINITY];
  return ends.map((until, index) => {
    const own = versions.filter((version) => version <= until && version > (ends[index - 1] ?? 0));
    const show = { ...extra.displayOptions?.show, '@version': own };
    return { ...propertyOf(field, { ...extra, displayOptions: { ...extra.displayOptions, show } }), default: defaultParameter(field, own[0]) as never };
  });
}

/** All of a part's fields, in the definition's order. `extras` by the document's name of the field. */
export function propertiesOfAll<F extends Fields>(fields: F, extras: { readonly [Name in keyof F]?: Extra } = {}, kind?: NodeKind): INodeProperties[] {
  return Object.entries(fields).flatMap(([name, field]) => propertiesOf(field, extras[name], kind));
}

/** As {@link propertiesOf}, for a field whose default is the same in all versions. */
export function propertyOf(field: Field, { row, ...extra }: Extra = {}): INodeProperties {
  const description = descriptionOf(field);
  return {
    displayName: `${field.label}${unitOf(field)}`,
    name: field.parameter,
    type: TYPES[field.kind === 'number' || field.kind === 'money' ? (field.asText ? 'text' : field.kind) : field.kind],
    ...shapeOf(field, row),
    default: defaultParameter(field) as never,
    ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
    ...(description === '' ? {} : { description }),
    ...extra,
  };
}

/** Fields as the entries of a collection; those that n8n's form adds by hand. */
export function collectionOf(fields: Fields): INodeProperties[] {
  return Object.values(fields).map((field) => propertyOf(field));
}

/** The form of one row, to which a node may add what only it needs. */
export function rowOf(property: INodeProperties): INodePropertyCollection {
  return property.options![0] as INodePropertyCollection;
}

const TYPES: Readonly<Record<Field['kind'], NodePropertyTypes>> = {
  text: 'string',
  id: 'string',
  number: 'number',
  money: 'number',
  toggle: 'boolean',
  choice: 'options',
  list: 'multiOptions',
  rows: 'fixedCollection',
};

function shapeOf(field: Field, row: Extra['row']): Partial<INodeProperties> {
  switch (field.kind) {
    case 'text':
      return field.rows === undefined ? {} : { typeOptions: { rows: field.rows } };
    case 'number':
      return field.asText
        ? {}
        : {
            typeOptions: {
              minValue: field.min,
              ...(field.max === undefined ? {} : { maxValue: field.max }),
              ...(field.fractional ? { numberPrecision: 2 } : {}),
            },
          };
    case 'money':
      return field.asText
        ? {}
        : { typeOptions: { minValue: (field.min ?? 0) / 100, ...(field.max === undefined ? {} : { maxValue: field.max / 100 }), numberPrecision: 2 } };
    case 'choice':
      return { options: [...(field.optional ? [{ name: capital(field.absent ?? ''), value: '' }] : []), ...field.options.map(entryOf)] };
    case 'list':
      return { options: field.options.map(entryOf) };
    case 'rows':
      return {
        typeOptions: { multipleValues: true, sortable: true },
        placeholder: field.add,
        options: [{ name: field.item, displayName: field.itemLabel, values: propertiesOfAll(field.fields, row) }],
      };
    case 'id':
    case 'toggle':
      return {};
    default:
      return field satisfies never;
  }
}

const entryOf = ({ value, label, help }: Option) => ({ name: label, value, ...(help === undefined ? {} : { description: help }) });

/** A form of n8n's has no suffix beside a number. */
function unitOf(field: Field): string {
  if (field.kind === 'money') return ' (R$)';
  return field.kind === 'number' && field.unit !== undefined ? ` (${field.unit})` : '';
}

/** The help, and what an empty form means. */
function descriptionOf(field: Field): string {
  const absent = isOptional(field) && field.kind !== 'choice' && 'absent' in field ? field.absent : undefined;
  const empty = (field.kind === 'number' || field.kind === 'money') && !field.asText ? '0' : 'Vazio';
  return [field.help, absent === undefined ? undefined : `${empty}: ${absent}.`].filter(Boolean).join(' ');
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
