import type { CadenceSettings } from '../../core/cadence/settings.ts';
import type { Case } from '../../core/case/index.ts';
import { ReguaError } from '../../core/errors.ts';
import type { Ledger } from '../../ledger/ledger.ts';

/** The rules each item's run was started under; asked once per run. */
export class RunSettings {
  readonly #ledger: Ledger;
  readonly #known = new Map<string, Promise<CadenceSettings>>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /**
   * The item's own run, else the newest one of its cadence, else of the cadence that last touched the case.
   * @throws ReguaError `run.unknown` when there is none in the ledger
   */
  of(
    item: { readonly runId?: string | undefined; readonly cadenceId?: string | undefined },
    subject?: Pick<Case, 'contacts' | 'steps'>,
  ): Promise<CadenceSettings> {
    const cadenceId = item.cadenceId ?? subject?.contacts.at(-1)?.cadenceId ?? subject?.steps.at(-1)?.cadenceId;
    const key = item.runId ?? `cadence:${cadenceId ?? ''}`;
    let settings = this.#known.get(key);
    if (!settings) this.#known.set(key, (settings = this.#load({ runId: item.runId, cadenceId })));
    return settings;
  }

  async #load({ runId, cadenceId }: { readonly runId?: string | undefined; readonly cadenceId?: string | undefined }): Promise<CadenceSettings> {
    const run =
      (runId === undefined ? undefined : await this.#ledger.getRun(runId)) ?? (cadenceId === undefined ? undefined : await this.#ledger.latestRun(cadenceId));
    if (!run) {
      throw new ReguaError(
        'run.unknown',
        'Não encontrei a rodada deste caso no registro. Rode antes o nó "Devedores: consulta" desta régua, com a mesma credencial de registro em todos os nós.',
      );
    }
    return run.settings;
  }
}
