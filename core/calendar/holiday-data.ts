import type { UF } from '../identity/uf.ts';

/** When a holiday falls: a fixed day `MM-DD`, or days from Easter Sunday. */
export interface HolidayRule {
  readonly name: string;
  readonly day?: string;
  readonly fromEaster?: number;
  /** First and last year with the holiday, both included. */
  readonly since?: number;
  readonly until?: number;
  /** On a Monday to Friday it is kept on the next Sunday (Santa Catarina). */
  readonly nextSunday?: boolean;
  readonly source: string;
}

export const NATIONAL_HOLIDAYS: readonly HolidayRule[] = [
  { name: 'Confraternização Universal', day: '01-01', source: 'Lei 662/1949' },
  { name: 'Sexta-feira Santa', fromEaster: -2, source: 'Lei 9.093/1995, art. 2º; portarias anuais do governo federal' },
  { name: 'Tiradentes', day: '04-21', source: 'Lei 10.607/2002' },
  { name: 'Dia do Trabalho', day: '05-01', source: 'Lei 662/1949' },
  { name: 'Independência do Brasil', day: '09-07', source: 'Lei 662/1949' },
  { name: 'Nossa Senhora Aparecida', day: '10-12', since: 1980, source: 'Lei 6.802/1980' },
  { name: 'Finados', day: '11-02', source: 'Lei 10.607/2002' },
  { name: 'Proclamação da República', day: '11-15', source: 'Lei 662/1949' },
  { name: 'Dia da Consciência Negra', day: '11-20', since: 2024, source: 'Lei 14.759/2023' },
  { name: 'Natal', day: '12-25', source: 'Lei 662/1949' },
];

/**
 * Days without banking that are no national holidays. 31 December is a banking day (branches close to the public, payments
 * settle), and so it is in the calendars of ANBIMA and of the Central Bank.
 */
export const BANK_HOLIDAYS: readonly HolidayRule[] = [
  { name: 'Carnaval (segunda-feira)', fromEaster: -48, source: 'Resolução CMN 4.880/2020, art. 6º' },
  { name: 'Carnaval (terça-feira)', fromEaster: -47, source: 'Resolução CMN 4.880/2020, art. 6º' },
  { name: 'Corpus Christi', fromEaster: 60, source: 'Resolução CMN 4.880/2020, art. 6º' },
];

const CITED = 'lei estadual, conforme @brazilian-utils 2.4';
const CONSCIENCIA_NEGRA = { name: 'Dia da Consciência Negra', day: '11-20', until: 2023, source: CITED } as const;

/**
 * State holidays, read in a secondary source (each cites its state law there) and compared with a second one. Where the two
 * disagree the first is followed: AC 23/01, PE 06/03, PB 05/08, RO without 18/06 (struck down), PR without 19/12 (optional).
 */
export const STATE_HOLIDAYS: Readonly<Partial<Record<UF, readonly HolidayRule[]>>> = {
  AC: [
    { name: 'Dia do Evangélico', day: '01-23', source: CITED },
    { name: 'Dia Internacional da Mulher', day: '03-08', source: CITED },
    { name: 'Aniversário do Acre', day: '06-15', source: CITED },
    { name: 'Dia da Amazônia', day: '09-05', source: CITED },
    { name: 'Assinatura do Tratado de Petrópolis', day: '11-17', source: CITED },
  ],
  AL: [
    { name: 'São João', day: '06-24', source: CITED },
    { name: 'São Pedro', day: '06-29', source: CITED },
    { name: 'Emancipação Política de Alagoas', day: '09-16', since: 2024, source: CITED },
  ],
  AM: [
    { name: 'Elevação do Amazonas à categoria de Província', day: '09-05', source: CITED },
    { ...CONSCIENCIA_NEGRA, since: 2010 },
  ],
  AP: [
    { name: 'Dia de São José', day: '03-19', source: CITED },
    { name: 'Criação do Território Federal do Amapá', day: '09-13', source: CITED },
    { ...CONSCIENCIA_NEGRA, since: 2007 },
  ],
  BA: [{ name: 'Independência da Bahia', day: '07-02', source: CITED }],
  CE: [{ name: 'Data Magna do Ceará', day: '03-25', source: CITED }],
  DF: [
    { name: 'Fundação de Brasília', day: '04-21', source: CITED },
    { name: 'Corpus Christi', fromEaster: 60, source: 'Lei distrital 72/1989' },
    { name: 'Dia do Evangélico', day: '11-30', source: CITED },
  ],
  ES: [{ name: 'Nossa Senhora da Penha', fromEaster: 8, source: CITED }],
  GO: [
    { name: 'Fundação da Cidade de Goiás', day: '07-26', source: CITED },
    { name: 'Pedra Fundamental de Goiânia', day: '10-24', source: CITED },
    { name: 'Dia do Servidor Público', day: '10-28', source: CITED },
  ],
  MA: [{ name: 'Adesão do Maranhão à Independência', day: '07-28', source: CITED }],
  MS: [{ name: 'Criação do Estado de Mato Grosso do Sul', day: '10-11', source: CITED }],
  MT: [CONSCIENCIA_NEGRA],
  PA: [{ name: 'Adesão do Pará à Independência', day: '08-15', source: CITED }],
  PB: [
    { name: 'Data Magna da Paraíba', day: '08-05', source: CITED },
    { name: 'Morte de João Pessoa', day: '07-26', until: 2015, source: CITED },
  ],
  PE: [{ name: 'Revolução Pernambucana', day: '03-06', source: CITED }],
  PI: [{ name: 'Dia do Piauí', day: '10-19', source: CITED }],
  RJ: [{ name: 'São Jorge', day: '04-23', source: CITED }, CONSCIENCIA_NEGRA],
  RN: [{ name: 'Mártires de Cunhaú e Uruaçu', day: '10-03', source: CITED }],
  RO: [{ name: 'Criação do Estado de Rondônia', day: '01-04', source: CITED }],
  RR: [{ name: 'Criação do Estado de Roraima', day: '10-05', source: CITED }],
  RS: [{ name: 'Revolução Farroupilha', day: '09-20', source: CITED }],
  SC: [
    { name: 'Dia do Estado de Santa Catarina', day: '08-11', until: 2004, source: CITED },
    { name: 'Dia do Estado de Santa Catarina', day: '08-11', since: 2005, nextSunday: true, source: 'Lei SC 13.408/2005' },
    { name: 'Santa Catarina de Alexandria', day: '11-25', until: 1998, source: CITED },
    { name: 'Santa Catarina de Alexandria', day: '11-25', since: 1999, until: 2003, nextSunday: true, source: 'Lei SC 11.213/1999' },
    { name: 'Santa Catarina de Alexandria', day: '11-25', since: 2004, until: 2004, source: 'Lei SC 12.906/2004' },
    { name: 'Santa Catarina de Alexandria', day: '11-25', since: 2005, nextSunday: true, source: 'Lei SC 13.408/2005' },
  ],
  SE: [{ name: 'Independência de Sergipe', day: '07-08', source: CITED }],
  SP: [
    { name: 'Revolução Constitucionalista', day: '07-09', source: CITED },
    { ...CONSCIENCIA_NEGRA, since: 2023 },
  ],
  TO: [
    { name: 'Autonomia do Estado do Tocantins', day: '03-18', until: 2008, source: CITED },
    { name: 'Nossa Senhora da Natividade', day: '09-08', source: CITED },
    { name: 'Criação do Estado do Tocantins', day: '10-05', source: CITED },
  ],
};
