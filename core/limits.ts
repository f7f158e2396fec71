/**
 * The longest text from outside that is taken, in characters, by what it is. Whoever reads a table, a webhook or a form refuses what is longer, with a
 * reason, and never cuts it: a cut number is another number.
 */
export const TEXT_LIMITS = {
  /** A person or a company. */
  name: 200,
  /** What somebody else numbers things by: titles, clients, events, payments. */
  reference: 200,
  /** One thing said in a word or a number: a date, an amount, a state, a channel. */
  word: 100,
  /** A line of an address, a city. */
  line: 200,
  /** One cell may hold several telephones or e-mails. */
  contacts: 500,
  /** What a title is for. */
  description: 500,
  /** A boleto's line has 48 digits; a Pix code up to 512 characters. */
  paymentCode: 600,
  /** What a person wrote. */
  text: 10_000,
} as const;

export type TextKind = keyof typeof TEXT_LIMITS;
