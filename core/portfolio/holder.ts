import { ReguaError } from '../errors.ts';
import { parseDocument } from '../identity/index.ts';

/** The parts of a creditor that say who it is. */
export interface CreditorName {
  readonly name: string;
  /** CPF or CNPJ in any spelling; may be empty. */
  readonly document: string;
}

/** Who works a portfolio: one cadence, for one creditor. */
export interface PortfolioHolder {
  readonly portfolio: string;
  readonly cadenceId: string;
  readonly cadenceName: string;
  readonly creditor: CreditorName;
}

/**
 * Is this the same creditor? Its document says so, whatever became of the name; without a valid one on both sides (a slip of the pen identifies nobody)
 * the name does. Nothing said on one side contradicts nothing.
 */
export function sameCreditor(one: CreditorName, other: CreditorName): boolean {
  const documents = [one, other].map(({ document }) => parseDocument(document)).flatMap(({ valid, normalized }) => (valid ? [normalized] : []));
  if (documents.length === 2) return documents[0] === documents[1];
  const names = [fold(one.name), fold(other.name)];
  return names.includes('') || names[0] === names[1];
}

/**
 * Why a run may not start: the people of a portfolio would be spoken to by two creditors, or by two cadences; or one cadence would speak for two
 * creditors, and its events be handled under the wrong one's rules.
 * @param asked who wants to run
 * @param held who works that portfolio so far
 * @param byCadence what the asking cadence works so far, whichever portfolio
 */
export function runRefusal(asked: PortfolioHolder, held: PortfolioHolder | undefined, byCadence: readonly PortfolioHolder[]): ReguaError | undefined {
  if (held && !sameCreditor(held.creditor, asked.creditor)) {
    return new ReguaError(
      'portfolio.other-creditor',
      `Nada saiu: a carteira "${held.portfolio}" é de ${creditorWords(held)} (régua "${held.cadenceName}"), e a régua "${asked.cadenceName}" cobra por ${creditorWords(asked)}. Cada credor tem a sua carteira: dê outro nome à carteira nas regras da régua "${asked.cadenceName}", publique de novo e importe nela os clientes de ${creditorWords(asked)}.`,
      { field: 'portfolio' },
    );
  }
  if (held && held.cadenceId !== asked.cadenceId) {
    return new ReguaError(
      'portfolio.other-cadence',
      `Nada saiu: a carteira "${held.portfolio}" já é trabalhada pela régua "${held.cadenceName}" (código ${held.cadenceId}), e esta é a régua "${asked.cadenceName}" (código ${asked.cadenceId}). As mesmas pessoas seriam procuradas por duas. Dê à régua "${asked.cadenceName}" uma carteira só dela; se ela toma o lugar da outra, rode antes o nó "Carteiras", operação "Mudar de régua".`,
      { field: 'portfolio' },
    );
  }
  const other = byCadence.find((one) => one.portfolio !== asked.portfolio && !sameCreditor(one.creditor, asked.creditor));
  if (other) {
    return new ReguaError(
      'portfolio.cadence-of-other-creditor',
      `Nada saiu: a régua de código ${asked.cadenceId} já cobra por ${creditorWords(other)} (carteira "${other.portfolio}"), e agora cobraria por ${creditorWords(asked)}. Cada credor tem a sua régua: duplique-a no designer, que dá à cópia código e carteira próprios.`,
      { field: 'cadenceId' },
    );
  }
  return undefined;
}

/** A portfolio as a person is told of it. */
export interface KnownPortfolio {
  readonly portfolio: string;
  /** Cases, whether or not they have something to do. */
  readonly cases: number;
  /** Absent until a cadence has run on it. */
  readonly holder?: PortfolioHolder;
}

/**
 * What to tell who ran a portfolio in which there is nobody, and where that creditor's people are. Of other creditors' portfolios nothing is said.
 * @returns undefined when there is somebody
 */
export function emptyPortfolioHint(portfolio: string, creditor: CreditorName, known: readonly KnownPortfolio[]): string | undefined {
  if ((known.find((one) => one.portfolio === portfolio)?.cases ?? 0) > 0) return undefined;
  const start = `A carteira "${portfolio}" ainda não tem ninguém.`;
  const elsewhere = known.filter((one) => one.portfolio !== portfolio && one.cases > 0 && (!one.holder || sameCreditor(one.holder.creditor, creditor)));
  if (elsewhere.length === 0) return `${start} Importe nela os clientes.`;
  const places = elsewhere.map(({ portfolio: name, cases }) => `"${name}" (${cases === 1 ? '1 pessoa' : `${cases} pessoas`})`).join(', ');
  return `${start} Há gente em ${places}. Se a carteira mudou de nome, rode o nó "Carteiras", operação "Renomear uma carteira"; se não, importe os clientes nesta.`;
}

const creditorWords = ({ creditor }: PortfolioHolder): string => creditor.name.trim() || creditor.document.trim() || 'um credor sem nome';

function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
