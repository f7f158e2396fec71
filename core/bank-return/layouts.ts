/** Where a field stands on a line, first and last character counted from 1, as the banks' manuals write it. */
export type Span = readonly [first: number, last: number];

/** What a line says of a title. */
export type TitleKind = 'paid' | 'written-off' | 'protested' | 'confirmed' | 'rejected' | 'other';

/** Occurrence code → what it means, for one bank in one layout. A code that is not there is for a person. */
export type Occurrences = Readonly<Partial<Record<TitleKind, readonly string[]>>>;

/** A bank in CNAB 240: Febraban's segments T and U, with what is its own. */
export interface Layout240 {
  readonly bank: string;
  readonly ourNumber: Span;
  readonly yourNumber: Span;
  readonly amount: Span;
  readonly fee: Span;
  readonly codes: Occurrences;
}

/** A bank in CNAB 400. */
export interface Layout400 {
  readonly bank: string;
  /** First character of a line that is about a title; other lines (Pix data, guarantors) tell nothing of payment. */
  readonly detail: string;
  readonly ourNumber?: Span;
  readonly yourNumber: Span;
  readonly occurrence: Span;
  readonly occurredOn: Span;
  readonly amount: Span;
  readonly fee?: Span;
  readonly received: Span;
  readonly creditedOn?: { readonly span: Span; readonly order: 'DDMMYY' | 'YYYYMMDD' };
  /** Whether `received` is what the payer gave or what was left after the bank's fee. */
  readonly receivedIs: 'gross' | 'net';
  readonly codes: Occurrences;
}

// Positions and codes of each bank as laravel-boleto's readers had them in June 2024, compared one by one with the banks' tables that came with the
// project; where the two differ the stricter holds. What speaks of money in another way than "paid" (a cheque still to clear, a payment taken back, a payment
// at the notary's that a bank counts apart) stands in no list: a person looks.

/** Febraban, CNAB 240, domain C044. */
const FEBRABAN: Occurrences = {
  paid: ['06', '17'],
  'written-off': ['09'],
  protested: ['25'],
  confirmed: ['02'],
  rejected: ['03', '26', '30'],
  other: ['04', '05', '07', '08', '11', '12', '13', '14', '19', '20', '23', '24', '27', '28', '29'],
};

const febraban = (bank: string, own: Occurrences = {}, places: Partial<Pick<Layout240, 'ourNumber' | 'yourNumber' | 'amount' | 'fee'>> = {}): Layout240 => ({
  bank,
  ourNumber: [38, 57],
  yourNumber: [59, 73],
  amount: [82, 96],
  fee: [199, 213],
  ...places,
  codes: { ...FEBRABAN, ...own },
});

export const LAYOUTS_240: Readonly<Record<string, Layout240>> = {
  '001': febraban('Banco do Brasil'),
  '033': febraban(
    'Santander',
    { protested: ['19'], other: FEBRABAN.other!.filter((code) => code !== '19') },
    { ourNumber: [41, 53], yourNumber: [55, 69], amount: [78, 92], fee: [194, 208] },
  ),
  '041': febraban('Banrisul'),
  '085': febraban('Ailos', { rejected: ['03', '26', '30', '36'] }),
  '104': febraban('Caixa', { paid: ['06', '46'], rejected: ['03', '26', '30', '39', '40', '41'] }, { ourNumber: [39, 56], yourNumber: [59, 69] }),
  '133': febraban('Cresol'),
  '208': febraban('BTG Pactual', {
    'written-off': ['05', '09'],
    confirmed: ['02', '04', '63'],
    rejected: ['03', '26', '30', '37'],
    other: FEBRABAN.other!.filter((code) => code !== '04' && code !== '05'),
  }),
  '237': febraban('Bradesco'),
  // A domain of its own: 25 is what the payer alleges, 26 to 30 are fees, 15 to 18 refusals.
  '341': febraban(
    'Itaú',
    {
      paid: ['06', '08', '10'],
      protested: ['32'],
      rejected: ['03', '15', '16', '17', '18'],
      other: [
        '04',
        '11',
        '12',
        '13',
        '14',
        '19',
        '20',
        '21',
        '23',
        '24',
        '25',
        '26',
        '27',
        '28',
        '29',
        '30',
        '33',
        '34',
        '35',
        '36',
        '37',
        '38',
        '39',
        '40',
        '41',
        '42',
        '43',
      ],
    },
    { ourNumber: [41, 48], yourNumber: [59, 68] },
  ),
  '748': febraban('Sicredi'),
  '756': febraban('Sicoob', { paid: ['06', '17', '50'] }, { ourNumber: [38, 47] }),
};

const usual400 = (bank: string, codes: Occurrences, { feeless, ...own }: Partial<Layout400> & { readonly feeless?: true } = {}): Layout400 => ({
  bank,
  detail: '1',
  yourNumber: [117, 126],
  occurrence: [109, 110],
  occurredOn: [111, 116],
  amount: [153, 165],
  ...(feeless ? {} : { fee: [176, 188] as const }),
  received: [254, 266],
  creditedOn: { span: [296, 301], order: 'DDMMYY' },
  receivedIs: 'gross',
  codes: { confirmed: ['02'], rejected: ['03'], ...codes },
  ...own,
});

/** Bradesco's, which Cresol and Sicredi follow in the main. */
const INSTRUCTIONS = ['03', '24', '27', '30', '32'];

export const LAYOUTS_400: Readonly<Record<string, Layout400>> = {
  '001': usual400(
    'Banco do Brasil',
    {
      paid: ['05', '06', '07', '08', '15'],
      'written-off': ['09', '10'],
      protested: ['61'],
      other: ['11', '12', '13', '14', '16', '19', '21', '22', '23', '24', '25', '26', '28'],
    },
    { detail: '7', ourNumber: [64, 80], creditedOn: { span: [176, 181], order: 'DDMMYY' }, fee: [182, 188] },
  ),
  '033': usual400(
    'Santander',
    {
      paid: ['06', '07', '08', '16', '17'],
      'written-off': ['09'],
      protested: ['10'],
      rejected: ['01', '03'],
      other: ['11', '12', '13', '14', '15', '21', '22', '24', '25', '26'],
    },
    { ourNumber: [63, 70] },
  ),
  '041': usual400(
    'Banrisul',
    {
      paid: ['06', '08', '25'],
      'written-off': ['04', '10'],
      protested: ['40'],
      confirmed: ['02', '47'],
      rejected: ['03', '24'],
      other: ['11', '12', '13', '14', '16', '18', '19', '20', '21', '22', '23', '26', '42', '43', '44'],
    },
    { ourNumber: [63, 72] },
  ),
  '077': usual400(
    'Inter',
    { paid: ['06'], 'written-off': ['07'] },
    {
      ourNumber: [71, 81],
      yourNumber: [98, 107],
      occurrence: [90, 91],
      occurredOn: [92, 97],
      amount: [125, 137],
      received: [160, 172],
      feeless: true,
      creditedOn: { span: [173, 178], order: 'DDMMYY' },
    },
  ),
  '104': usual400(
    'Caixa',
    {
      paid: ['21', '22'],
      'written-off': ['02', '23', '24', '25'],
      protested: ['56'],
      confirmed: ['01'],
      rejected: ['99'],
      other: ['03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '20', '26', '27', '30', '31', '32', '34', '35'],
    },
    { ourNumber: [57, 73], creditedOn: { span: [294, 299], order: 'DDMMYY' } },
  ),
  '133': usual400(
    'Cresol',
    {
      paid: ['06', '15', '17'],
      'written-off': ['09', '10'],
      protested: ['23'],
      rejected: INSTRUCTIONS,
      other: ['11', '12', '13', '14', '19', '20', '28', '33'],
    },
    { ourNumber: [71, 82] },
  ),
  '237': usual400(
    'Bradesco',
    {
      paid: ['06', '15', '17'],
      'written-off': ['09', '10'],
      protested: ['23'],
      rejected: INSTRUCTIONS,
      other: ['11', '12', '13', '14', '18', '19', '20', '21', '28', '33', '34', '35'],
    },
    { ourNumber: [71, 82] },
  ),
  '336': usual400(
    'C6',
    {
      paid: ['06', '08'],
      'written-off': ['07', '09', '10', '32', '72'],
      protested: ['23'],
      rejected: ['03', '15', '16', '17', '90'],
      other: ['04', '05', '12', '13', '14', '19', '20', '21', '29', '35', '36', '37', '38', '71', '95', '96', '97', '98', '99'],
    },
    { ourNumber: [63, 73] },
  ),
  '341': usual400(
    'Itaú',
    {
      paid: ['06', '07', '08', '10', '59'],
      'written-off': ['05', '09', '47', '72'],
      protested: ['32'],
      confirmed: ['02', '64', '71', '73'],
      rejected: ['03', '15', '16', '17', '18', '60'],
      other: [
        '04',
        '11',
        '12',
        '13',
        '14',
        '19',
        '20',
        '21',
        '23',
        '24',
        '25',
        '26',
        '27',
        '28',
        '29',
        '30',
        '33',
        '34',
        '35',
        '36',
        '37',
        '38',
        '39',
        '40',
        '41',
      ],
    },
    { ourNumber: [63, 70], receivedIs: 'net' },
  ),
  '748': usual400(
    'Sicredi',
    {
      paid: ['06', '15', '16'],
      'written-off': ['09', '10'],
      protested: ['23'],
      rejected: [...INSTRUCTIONS, '29'],
      other: ['12', '13', '14', '19', '20', '28', '33', '34', '35'],
    },
    { ourNumber: [48, 62], creditedOn: { span: [329, 336], order: 'YYYYMMDD' } },
  ),
  '756': usual400(
    'Sicoob',
    { paid: ['05', '06'], 'written-off': ['09'], protested: ['23'], rejected: INSTRUCTIONS.filter((code) => code !== '27'), other: ['11', '14', '27', '48'] },
    { ourNumber: [63, 73], creditedOn: { span: [176, 181], order: 'DDMMYY' }, fee: [182, 188] },
  ),
};
