import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';

/** Collects items per output, each tied to the incoming item it came from. */
export class Outputs {
  readonly data: INodeExecutionData[][];

  constructor(count: number) {
    this.data = Array.from({ length: count }, () => []);
  }

  /** @param from index of the incoming item, or several when one result stands for them all */
  push(output: number, json: object, from: number | readonly number[], binary?: IBinaryKeyData): void {
    const pairedItem = typeof from === 'number' ? { item: from } : from.map((item) => ({ item }));
    this.data[output]!.push({ json: json as IDataObject, pairedItem, ...(binary ? { binary } : {}) });
  }
}
