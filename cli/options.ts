import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import type { CivilDate } from '../core/civil-date.ts';
import { parseCivilDate } from '../core/civil-date.ts';
import { ReguaError } from '../core/errors.ts';
import type { Cents } from '../core/money.ts';
import { parseMoney } from '../core/money.ts';

type OptionSpecs = NonNullable<ParseArgsConfig['options']>;

/** `node:util`'s parseArgs, strict, with its complaints in Portuguese. @throws ReguaError `usage.option` */
export function readArgs<T extends OptionSpecs>(args: readonly string[], options: T, allowPositionals = false) {
  try {
    return parseArgs({ args: joinNegatives(args), options, allowPositionals, strict: true });
  } catch (error) {
    throw usageError(error);
  }
}

/** `--amount -5` would be read as an option `-5`; as `--amount=-5` it reaches the check that explains it. */
function joinNegatives(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const last = joined.at(-1);
    if (/^-\d/.test(arg) && last !== undefined && /^--[a-z-]+$/.test(last)) joined[joined.length - 1] = `${last}=${arg}`;
    else joined.push(arg);
  }
  return joined;
}

function usageError(error: unknown): ReguaError {
  const text = error instanceof Error ? error.message : String(error);
  const option = /'(-[^' ]+)/.exec(text)?.[1] ?? '';
  const field = option.replace(/^-+/, '').replace(/,$/, '');
  const name = field === '' ? '' : `--${field}`;
  if (/Unknown option/.test(text)) return new ReguaError('usage.option', `Não conheço a opção ${name}. Veja as opções com --help.`, { field });
  if (/argument missing|ambiguous|does not take an argument/.test(text)) {
    return new ReguaError('usage.option', /does not take an/.test(text) ? `A opção ${name} não recebe valor.` : `A opção ${name} precisa de um valor.`, {
      field,
    });
  }
  const extra = /Unexpected argument '([^']*)'/.exec(text)?.[1];
  return new ReguaError(
    'usage.option',
    extra === undefined ? 'Não entendi o comando. Veja o uso com --help.' : `Não esperava "${extra}" aqui. Veja o uso com --help.`,
    { field: '' },
  );
}

/** @throws ReguaError `usage.missing` */
export function required<T>(value: T | undefined, option: string): T {
  if (value !== undefined && value !== '') return value;
  throw new ReguaError('usage.missing', `Falta a opção --${option}. Veja o uso com --help.`, { field: option });
}

/**
 * Money of an option, negative refused; so is `1.234`, which a spreadsheet's reader takes for thousands and a script may mean as decimals.
 * @throws ReguaError `money.ambiguous`, `usage.negative`, `money.unreadable`
 */
export function moneyOption(text: string, option: string): Cents {
  if (/^\s*-?(R\$\s*)?\d{1,3}\.\d{3}\s*$/.test(text))
    throw new ReguaError('money.ambiguous', `"${text}" pode ser lido de dois jeitos. Escreva --${option} com duas casas, como 1234.00 ou 1.234,00.`, {
      field: option,
    });
  const cents = named(option, () => parseMoney(text));
  if (cents < 0) throw new ReguaError('usage.negative', `O valor de --${option} não pode ser negativo.`, { field: option });
  return cents;
}

export function dateOption(text: string, option: string): CivilDate {
  return named(option, () => parseCivilDate(text));
}

/** A whole number of zero or more. @throws ReguaError `usage.number` */
export function countOption(text: string, option: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new ReguaError('usage.number', `A opção --${option} precisa de um número inteiro, zero ou mais.`, { field: option });
}

/** @throws ReguaError `usage.choice` */
export function choiceOption<const T extends string>(text: string, option: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice.toLowerCase() === text.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new ReguaError('usage.choice', `A opção --${option} aceita: ${choices.join(', ')}.`, { field: option });
}

function named<T>(field: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ReguaError) throw new ReguaError(error.code, error.message, { field, cause: error });
    throw error;
  }
}
