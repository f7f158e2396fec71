/** What was read of a script: as much of JavaScript as people write in n8n's expressions and Code nodes. */
export type Expr =
  | { readonly k: 'num'; readonly v: number }
  | { readonly k: 'str'; readonly v: string }
  | { readonly k: 'text'; readonly parts: readonly (string | Expr)[] }
  | { readonly k: 'id'; readonly name: string }
  | { readonly k: 'member'; readonly of: Expr; readonly name: string | Expr }
  | { readonly k: 'call'; readonly fn: Expr; readonly args: readonly Expr[] }
  | { readonly k: 'binary'; readonly op: string; readonly left: Expr; readonly right: Expr }
  | { readonly k: 'unary'; readonly op: string; readonly of: Expr }
  | { readonly k: 'choice'; readonly test: Expr; readonly yes: Expr; readonly no: Expr }
  | { readonly k: 'list'; readonly items: readonly Expr[] }
  | { readonly k: 'object'; readonly entries: readonly ObjectEntry[] }
  | { readonly k: 'function'; readonly params: readonly Pattern[]; readonly body: readonly Stmt[] }
  | { readonly k: 'assign'; readonly op: string; readonly to: Expr; readonly value: Expr }
  | { readonly k: 'spread'; readonly of: Expr }
  | { readonly k: 'nothing' };

export type ObjectEntry = { readonly name: string | Expr; readonly value: Expr } | { readonly spread: Expr };

/** What a declaration or a parameter names; `{ a, b: c }` takes fields of what is given, `[d, m]` its elements. */
export type Pattern =
  | { readonly k: 'name'; readonly name: string }
  | { readonly k: 'fields'; readonly fields: readonly { readonly field: string; readonly as: Pattern }[] }
  | { readonly k: 'elements'; readonly elements: readonly Pattern[] };

export type Stmt =
  | { readonly k: 'let'; readonly to: Pattern; readonly value: Expr }
  | { readonly k: 'do'; readonly value: Expr }
  | { readonly k: 'if'; readonly test: Expr; readonly yes: readonly Stmt[]; readonly no: readonly Stmt[] }
  | { readonly k: 'loop'; readonly each?: Pattern; readonly over?: Expr; readonly body: readonly Stmt[] }
  | { readonly k: 'switch'; readonly on: Expr; readonly cases: readonly { readonly test: Expr | undefined; readonly body: readonly Stmt[] }[] }
  | { readonly k: 'return'; readonly value: Expr }
  /** `break`, `continue`, `throw`: nothing after it on this way. */
  | { readonly k: 'leave'; readonly word: 'break' | 'continue' | 'throw' }
  | { readonly k: 'define'; readonly name: string; readonly value: Expr };

export const NOTHING: Expr = { k: 'nothing' };
