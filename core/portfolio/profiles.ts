import type { PortfolioField } from './fields.ts';
import { namesOf } from './fields.ts';

/** What a system calls its columns, where their names alone would say nothing or too little. */
export interface SystemProfile {
  readonly name: string;
  /** Folded column names (see `foldHeader`, with what stands in brackets) → field. */
  readonly columns: Readonly<Record<string, PortfolioField>>;
}

/**
 * Known exports, as data: a new system is one more entry. Omie's and Protheus's are after files of theirs; the others are after the names of their fields
 * as users and manuals write them, and await a file to be tried on.
 */
export const PROFILES: readonly SystemProfile[] = [
  {
    name: 'Protheus',
    columns: {
      a1nome: 'name',
      a1nreduz: 'name',
      a1cgc: 'document',
      a1cod: 'customerCode',
      a1pessoa: 'kind',
      a1est: 'uf',
      a1mun: 'city',
      a1end: 'street',
      a1bairro: 'district',
      a1cep: 'cep',
      a1ddd: 'ddd',
      a1tel: 'phone',
      a1email: 'email',
      e1nomcli: 'name',
      e1num: 'debtNumber',
      e1parcela: 'installment',
      e1tipo: 'titleKind',
      e1emissao: 'issuedOn',
      e1vencrea: 'dueDate',
      e1vencto: 'dueDate',
      e1valor: 'amount',
      e1saldo: 'balance',
      e1baixa: 'paidOn',
      e1hist: 'description',
    },
  },
  {
    name: 'Sankhya',
    columns: {
      nomeparc: 'name',
      razaosocialparceiro: 'name',
      nomeparceiro: 'name',
      cgccpf: 'document',
      cgccpfparceiro: 'document',
      codparc: 'customerCode',
      numnota: 'debtNumber',
      nufin: 'debtNumber',
      nrounico: 'debtNumber',
      desdobramento: 'installment',
      dtneg: 'issuedOn',
      dtvenc: 'dueDate',
      vlrdesdob: 'amount',
      vlrdesdobramento: 'amount',
      vlrbaixa: 'paidAmount',
      dhbaixa: 'paidOn',
    },
  },
  {
    name: 'Omie',
    columns: {
      clienterazaosocial: 'name',
      clientenomefantasia: 'name',
      clientecnpjcpf: 'document',
      clientetelefone: 'phone',
      clienteemail: 'email',
      datavencimentocompleta: 'dueDate',
      valorconta: 'amount',
      valorreceber: 'balance',
      valorrecebidoconta: 'paidAmount',
      notafiscal: 'debtNumber',
      numerodocumento: 'debtNumber',
    },
  },
  {
    name: 'Conta Azul',
    columns: {
      nomecliente: 'name',
      cnpjcpf: 'document',
      datavencimento: 'dueDate',
      valororiginalparcela: 'amount',
      valorabertoparcela: 'balance',
      valorrecebidoparcela: 'paidAmount',
      dataultimabaixa: 'paidOn',
      numerodocumento: 'debtNumber',
      identificadorcliente: 'customerCode',
    },
  },
  {
    name: 'Bling',
    columns: {
      contato: 'name',
      contatonome: 'name',
      cnpjcpfcontato: 'document',
      cpfcnpjcontato: 'document',
      valordocumento: 'amount',
      nrdocumento: 'debtNumber',
      fonecontato: 'phone',
    },
  },
  {
    name: 'Tiny',
    columns: {
      nomecontato: 'name',
      cpfcnpjcontato: 'document',
      cnpjcpfcontato: 'document',
      numerobanco: 'customerCode',
      numdocumento: 'debtNumber',
      fonecontato: 'phone',
      saldo: 'balance',
    },
  },
  {
    name: 'Superlógica',
    columns: {
      stnomesac: 'name',
      stcgcsac: 'document',
      stemailsac: 'email',
      sttelefonesac: 'phone',
      stcelularsac: 'mobile',
      dtvencimentorecb: 'dueDate',
      vltotalrecb: 'amount',
      idrecebimentorecb: 'debtNumber',
      dtliquidacaorecb: 'paidOn',
      sacado: 'name',
      unidade: 'customerCode',
    },
  },
  {
    name: 'IXC',
    columns: {
      razao: 'name',
      cnpjcpf: 'document',
      telefonecelular: 'mobile',
      fone: 'phone',
      valoraberto: 'balance',
      datavencimento: 'dueDate',
      idcontrato: 'customerCode',
    },
  },
  {
    name: 'Escola',
    columns: {
      responsavelfinanceiro: 'name',
      nomeresponsavelfinanceiro: 'name',
      responsavel: 'name',
      nomeresponsavel: 'name',
      cpfresponsavel: 'document',
      cpfresponsavelfinanceiro: 'document',
      telefoneresponsavel: 'phone',
      celularresponsavel: 'mobile',
      emailresponsavel: 'email',
      aluno: 'description',
      nomealuno: 'description',
      matricula: 'customerCode',
      ra: 'customerCode',
      mensalidade: 'debtNumber',
      competencia: 'installment',
      valormensalidade: 'amount',
    },
  },
  {
    name: 'Condomínio',
    columns: {
      condomino: 'name',
      proprietario: 'name',
      nomeproprietario: 'name',
      cpfproprietario: 'document',
      cpfcnpjproprietario: 'document',
      unidade: 'customerCode',
      apartamento: 'customerCode',
      apto: 'customerCode',
      competencia: 'installment',
      cota: 'debtNumber',
      valorcota: 'amount',
      valortaxa: 'amount',
      telefoneproprietario: 'phone',
      emailproprietario: 'email',
    },
  },
];

/** The system whose columns these are: the one that knows most of them, if two of those are names that only it has. */
export function profileOf(folded: readonly string[]): SystemProfile | undefined {
  let best: SystemProfile | undefined;
  let most = 0;
  for (const profile of PROFILES) {
    const known = folded.filter((header) => Object.hasOwn(profile.columns, header));
    const telling = known.filter((header) => !namesOf(profile.columns[header]!).includes(header)).length;
    if (telling >= 2 && known.length > most) [best, most] = [profile, known.length];
  }
  return best;
}
