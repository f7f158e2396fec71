/**
 * How a column is stored. `text?` and `integer?` take null; `serial` numbers itself. Money is `integer` cents, yes/no is `integer`
 * 0 or 1, civil dates and instants are ISO `text`, lists and objects are JSON `text`: the same in both engines.
 */
export type ColumnType = 'text' | 'text?' | 'integer' | 'integer?' | 'serial';
export type Columns = Readonly<Record<string, ColumnType>>;

interface ValueOf {
  text: string;
  'text?': string | null;
  integer: number;
  'integer?': number | null;
  serial: number;
}

/** A row as it is read. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]: ValueOf[C[K]] };
/** A row as it is written: without what numbers itself. */
export type NewRowOf<C extends Columns> = { readonly [K in keyof C as C[K] extends 'serial' ? never : K]: ValueOf[C[K]] };
