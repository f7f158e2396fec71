import type { Policies } from '../../../core/cadence/policies.ts';
import type { Channel } from '../../../core/case/index.ts';
import type { MessageProvider } from '../../../providers/messaging/index.ts';

export type ProviderName = Policies['channels'][Channel]['provider'];

/** Makes a provider, or says in Portuguese why it cannot. */
export type ProviderFactory = (name: Exclude<ProviderName, 'none'>) => Promise<MessageProvider | string>;

/** The providers of one execution, each made when first needed and given back at the end. */
export class ProviderSet {
  readonly #make: ProviderFactory;
  readonly #known = new Map<string, Promise<MessageProvider | string>>();

  constructor(make: ProviderFactory) {
    this.#make = make;
  }

  of(name: ProviderName): Promise<MessageProvider | string> {
    if (name === 'none') return Promise.resolve('nenhum provedor foi configurado para este canal');
    let provider = this.#known.get(name);
    if (!provider) this.#known.set(name, (provider = this.#make(name)));
    return provider;
  }

  async close(): Promise<void> {
    for (const pending of this.#known.values()) {
      const provider = await pending;
      if (typeof provider !== 'string') await provider.close();
    }
  }
}
