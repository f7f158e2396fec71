import type { UF } from '../identity/uf.ts';

/** When a holiday falls: a fixed day `MM-DD`, or days from Easter Sunday. */
export interface HolidayRule {
  readonly name: string;
  readonly day?: string;
  readonly fromEaster?: number;
  /** First and last year with the holiday, both included. */
  readonly since?: number;
  readonly until?: number;
  /** On a Monday to Saturday it is kept on the next Sunday (Santa Catarina). */
  readonly nextSunday?: boolean;
  /** On a Tuesday it is kept on the Monday before, on a Thursday on the Friday after (Alagoas). */
  readonly bridged?: boolean;
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

const CONSCIENCIA_NEGRA = { name: 'Dia da Consciência Negra', day: '11-20', until: 2023 } as const;

/**
 * State holidays. Each row names its law, as quoted in the source of @brazilian-utils/brazilian-utils (read in 2026), and begins with the
 * first year that the law applied. Left out: what the Supremo struck down (RO 18/06, ADI 3940; AP 25/07, ADI 4820), optional days (PR
 * 19/12, AM 08/12) and what is decided year by year: Acre may keep a holiday on the Friday after it (Lei AC 2.126/2009), Goiás may move
 * 26/07 and 28/10 (Lei GO 20.756/2020, art. 269, § 1º).
 */
export const STATE_HOLIDAYS: Readonly<Partial<Record<UF, readonly HolidayRule[]>>> = {
  AC: [
    { name: 'Dia do Católico', day: '01-20', since: 2017, source: 'Lei AC 3.137/2016' },
    { name: 'Dia do Evangélico', day: '01-23', since: 2005, source: 'Lei AC 1.538/2004' },
    { name: 'Dia Internacional da Mulher', day: '03-08', since: 2002, source: 'Lei AC 1.411/2001' },
    { name: 'Aniversário do Acre', day: '06-15', since: 1965, source: 'Lei AC 14/1964' },
    { name: 'Dia da Amazônia', day: '09-05', since: 1969, source: 'Lei AC 243/1968, art. 2º' },
    { name: 'Assinatura do Tratado de Petrópolis', day: '11-17', since: 1966, source: 'Lei AC 57/1965' },
  ],
  AL: [
    { name: 'São João', day: '06-24', since: 1994, source: 'Lei AL 5.508/1993' },
    { name: 'São Pedro', day: '06-29', since: 1994, source: 'Lei AL 5.509/1993' },
    { name: 'Emancipação Política de Alagoas', day: '09-16', since: 2024, source: 'Lei AL 9.358/2024' },
    { ...CONSCIENCIA_NEGRA, since: 1995, source: 'Lei AL 5.724/1995' },
    { name: 'Dia do Evangélico', day: '11-30', since: 2014, bridged: true, source: 'Lei AL 7.530/2013' },
  ],
  AM: [
    { name: 'Elevação do Amazonas à categoria de Província', day: '09-05', since: 1978, source: 'Lei AM 25/1977' },
    { ...CONSCIENCIA_NEGRA, since: 2010, source: 'Lei AM 84/2010' },
  ],
  AP: [
    { name: 'Dia de São José', day: '03-19', since: 2003, source: 'Lei AP 667/2002' },
    { name: 'Criação do Território Federal do Amapá', day: '09-13', since: 1992, source: 'Constituição do Amapá, art. 355' },
    { ...CONSCIENCIA_NEGRA, since: 2007, source: 'Lei AP 1.169/2007' },
  ],
  BA: [{ name: 'Independência da Bahia', day: '07-02', since: 1990, source: 'Constituição da Bahia, art. 6º, § 3º' }],
  CE: [{ name: 'Data Magna do Ceará', day: '03-25', since: 2012, source: 'Constituição do Ceará, art. 18 (EC 73/2011)' }],
  DF: [
    { name: 'Fundação de Brasília', day: '04-21', since: 1990, source: 'Lei distrital 72/1989' },
    { name: 'Corpus Christi', fromEaster: 60, since: 1990, source: 'Lei distrital 72/1989' },
    { name: 'Dia do Evangélico', day: '11-30', since: 1996, source: 'Lei distrital 963/1995' },
  ],
  ES: [{ name: 'Nossa Senhora da Penha', fromEaster: 8, since: 2020, source: 'Lei ES 11.010/2019' }],
  GO: [
    { name: 'Fundação da Cidade de Goiás', day: '07-26', since: 2021, source: 'Lei GO 20.756/2020, art. 269' },
    { name: 'Pedra Fundamental de Goiânia', day: '10-24', since: 1988, source: 'Leis GO 10.460/1988 e 20.756/2020, art. 269' },
    { name: 'Dia do Servidor Público', day: '10-28', since: 1988, source: 'Leis GO 10.460/1988 e 20.756/2020, art. 269' },
  ],
  MA: [{ name: 'Adesão do Maranhão à Independência', day: '07-28', since: 1965, source: 'Lei MA 2.457/1964' }],
  MS: [{ name: 'Criação do Estado de Mato Grosso do Sul', day: '10-11', since: 1980, source: 'Lei MS 10/1979' }],
  MT: [{ ...CONSCIENCIA_NEGRA, since: 2003, source: 'Lei MT 7.879/2002' }],
  PA: [{ name: 'Adesão do Pará à Independência', day: '08-15', since: 1997, source: 'Lei PA 5.999/1996' }],
  PB: [
    { name: 'Data Magna da Paraíba', day: '08-05', since: 2016, source: 'Lei PB 10.601/2015' },
    { name: 'Fundação da Paraíba', day: '08-05', since: 1968, until: 2015, source: 'Lei PB 3.489/1967, art. 2º' },
    { name: 'Morte de João Pessoa', day: '07-26', since: 1968, until: 2015, source: 'Lei PB 3.489/1967, art. 2º' },
  ],
  PE: [{ name: 'Revolução Pernambucana', day: '03-06', since: 2018, source: 'Lei PE 16.241/2017, art. 49' }],
  PI: [{ name: 'Dia do Piauí', day: '10-19', since: 1937, source: 'Lei PI 176/1937' }],
  RJ: [
    { name: 'São Jorge', day: '04-23', since: 2008, source: 'Lei RJ 5.198/2008 (STF, ADI 4092)' },
    { ...CONSCIENCIA_NEGRA, since: 2002, source: 'Lei RJ 4.007/2002' },
  ],
  RN: [{ name: 'Mártires de Cunhaú e Uruaçu', day: '10-03', since: 2007, source: 'Lei RN 8.913/2006' }],
  RO: [{ name: 'Criação do Estado de Rondônia', day: '01-04', since: 2011, source: 'Lei RO 2.291/2010' }],
  RR: [{ name: 'Criação do Estado de Roraima', day: '10-05', since: 1992, source: 'Constituição de Roraima, art. 9º' }],
  RS: [{ name: 'Revolução Farroupilha', day: '09-20', since: 1995, source: 'Constituição do Rio Grande do Sul, art. 6º (EC 11/1995)' }],
  SC: [
    { name: 'Dia do Estado de Santa Catarina', day: '08-11', since: 2004, until: 2004, source: 'Lei SC 12.906/2004' },
    { name: 'Dia do Estado de Santa Catarina', day: '08-11', since: 2005, nextSunday: true, source: 'Lei SC 13.408/2005' },
    { name: 'Santa Catarina de Alexandria', day: '11-25', since: 1997, until: 1998, source: 'Lei SC 10.306/1996' },
    { name: 'Santa Catarina de Alexandria', day: '11-25', since: 1999, until: 2003, nextSunday: true, source: 'Lei SC 11.213/1999' },
    { name: 'Santa Catarina de Alexandria', day: '11-25', since: 2004, until: 2004, source: 'Lei SC 12.906/2004' },
    { name: 'Santa Catarina de Alexandria', day: '11-25', since: 2005, nextSunday: true, source: 'Lei SC 13.408/2005' },
  ],
  SE: [{ name: 'Independência de Sergipe', day: '07-08', since: 2000, source: 'Constituição de Sergipe, art. 269 (EC 20/2000)' }],
  SP: [
    { name: 'Revolução Constitucionalista', day: '07-09', since: 1997, source: 'Lei SP 9.497/1997' },
    { ...CONSCIENCIA_NEGRA, since: 2023, source: 'Lei SP 17.746/2023' },
  ],
  TO: [
    { name: 'Autonomia do Estado do Tocantins', day: '03-18', since: 1998, until: 2008, source: 'Lei TO 960/1998, até a Lei TO 2.013/2009' },
    { name: 'Nossa Senhora da Natividade', day: '09-08', since: 1994, source: 'Lei TO 627/1993' },
    { name: 'Criação do Estado do Tocantins', day: '10-05', since: 1990, source: 'Lei TO 98/1989' },
  ],
};
