/** A node of somebody's workflow with what is always there: any odd shape is brought to this one. */
export interface ForeignNode {
  readonly name: string;
  /** Without the package of n8n's own nodes: `httpRequest`; a community node keeps its package. */
  readonly type: string;
  readonly version: number;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly position: readonly [number, number];
  readonly disabled: boolean;
}

export interface ForeignLink {
  readonly from: string;
  readonly output: number;
  readonly to: string;
}

export interface ForeignWorkflow {
  readonly name: string;
  readonly nodes: readonly ForeignNode[];
  readonly links: readonly ForeignLink[];
  /** Entries of `nodes` that are no nodes at all. */
  readonly broken: number;
}

const OWN_PACKAGES = /^(?:n8n-nodes-base|@n8n\/n8n-nodes-base)\./;

/** Takes of any JSON what has the shape of a workflow; never throws. */
export function readForeignWorkflow(json: unknown): ForeignWorkflow {
  const root = recordOf(json);
  const nodes: ForeignNode[] = [];
  let broken = 0;
  const taken = new Set<string>();
  for (const entry of listOf(root['nodes'])) {
    const node = recordOf(entry);
    const type = textOf(node['type']);
    if (type === '') {
      broken++;
      continue;
    }
    const wanted = textOf(node['name']) || `${type.split('.').at(-1)} ${nodes.length + 1}`;
    let name = wanted;
    for (let n = 2; taken.has(name); n++) name = `${wanted} (${n})`;
    taken.add(name);
    nodes.push({
      name,
      type: type.replace(OWN_PACKAGES, ''),
      version: typeof node['typeVersion'] === 'number' ? node['typeVersion'] : 1,
      parameters: recordOf(node['parameters']),
      position: positionOf(node['position']),
      disabled: node['disabled'] === true,
    });
  }
  return { name: textOf(root['name']).trim(), nodes, links: linksOf(root['connections'], taken), broken };
}

function linksOf(json: unknown, names: ReadonlySet<string>): ForeignLink[] {
  const links: ForeignLink[] = [];
  for (const [from, types] of Object.entries(recordOf(json))) {
    if (!names.has(from)) continue;
    for (const [output, targets] of listOf(recordOf(types)['main']).entries()) {
      for (const target of listOf(targets)) {
        const to = textOf(recordOf(target)['node']);
        if (names.has(to)) links.push({ from, output, to });
      }
    }
  }
  return links;
}

function positionOf(json: unknown): readonly [number, number] {
  const [x, y] = Array.isArray(json) ? (json as unknown[]) : [recordOf(json)['x'], recordOf(json)['y']];
  return [Number.isFinite(x) ? (x as number) : 0, Number.isFinite(y) ? (y as number) : 0];
}

/** An object as it is; anything else is an empty one. */
export function recordOf(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Record<string, unknown>) : {};
}

export function listOf(json: unknown): readonly unknown[] {
  return Array.isArray(json) ? json : [];
}

export function textOf(json: unknown): string {
  return typeof json === 'string' ? json : '';
}

/** What stands at a path of keys and indices; undefined where the way ends. */
export function at(json: unknown, ...path: readonly (string | number)[]): unknown {
  let here = json;
  for (const key of path) {
    if (typeof key === 'number') here = listOf(here)[key];
    else here = Object.hasOwn(recordOf(here), key) ? recordOf(here)[key] : undefined;
  }
  return here;
}
