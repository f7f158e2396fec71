import type { ContactPoint } from '../case/index.ts';
import { parseCep, parsePhone, parseUf } from '../identity/index.ts';
import { ReguaError } from '../errors.ts';
import { rawText } from './cells.ts';
import type { RowReader } from './row-reader.ts';

export interface Place {
  readonly uf: string;
  readonly city?: string;
  /** On one line: `Rua das Flores, 10, ap 2, Centro, Campinas - SP, 13010-000`. */
  readonly address?: string;
  readonly contactPoint?: Omit<ContactPoint, 'id'>;
}

/**
 * Where the debtor is: the state decides time zone, holidays and contact hours, so a row without any sign of it, or with a wrong one, is refused. Signs, in order: the UF
 * column, the CEP, the area code of a telephone, and the default the caller gives (the creditor's own state).
 */
export function readPlace(reader: RowReader, points: readonly Omit<ContactPoint, 'id'>[]): Place | undefined {
  const cep = readCep(reader);
  const uf = readUf(reader, cep?.uf, points);
  const city = reader.text('city') || undefined;
  const address = readAddress(reader, uf, cep?.formatted);
  if (uf === undefined) return undefined;
  // A letter needs street, town and postal code to arrive.
  const complete = reader.text('street') !== '' && city !== undefined && cep !== undefined;
  return {
    uf,
    ...(city === undefined ? {} : { city }),
    ...(address === undefined ? {} : { address, contactPoint: { kind: 'address', value: address, valid: complete, verified: true, consent: {} } }),
  };
}

function readCep(reader: RowReader): { uf?: string | undefined; formatted: string } | undefined {
  const text = reader.text('cep');
  if (text === '') return undefined;
  const parsed = parseCep(/^\d{7}$/.test(text) ? `0${text}` : text);
  if (parsed.valid) return parsed;
  return reader.warn('cep', 'cep.invalid', `CEP: ${parsed.reason ?? 'não é válido.'} Corrija o cadastro; por enquanto ele ficou de fora.`);
}

function readUf(reader: RowReader, ofCep: string | undefined, points: readonly Omit<ContactPoint, 'id'>[]): string | undefined {
  const text = reader.text('uf');
  const ofPhone = points
    .map((point) => (point.kind === 'mobile' || point.kind === 'landline' ? parsePhone(point.value).uf : undefined))
    .find((uf) => uf !== undefined);
  const implied = ofCep ?? ofPhone;
  if (text !== '') {
    try {
      return parseUf(text);
    } catch (error) {
      if (!(error instanceof ReguaError)) throw error;
      return reader.refuse(
        'uf',
        'uf.invalid',
        implied === undefined ? error.message : `${error.message} Pelo ${ofCep ? 'CEP' : 'DDD do telefone'}, parece ser ${implied}.`,
      );
    }
  }
  if (implied === undefined && reader.context.defaultUf === undefined) {
    return reader.refuse(
      'uf',
      'uf.missing',
      'Falta o estado do devedor, que decide o horário em que se pode falar com a pessoa: preencha a UF, o CEP ou um telefone com DDD.',
    );
  }
  const source = ofCep ? 'pelo CEP' : ofPhone ? 'pelo DDD do telefone' : 'como o do credor';
  const uf = implied ?? reader.context.defaultUf;
  reader.warn('uf', 'uf.assumed', `O estado está vazio; considerei ${uf}, ${source}. Preencha a UF para acertar o horário de contato.`);
  return uf;
}

function readAddress(reader: RowReader, uf: string | undefined, cep: string | undefined): string | undefined {
  const street = reader.text('street');
  if (street === '') return undefined;
  const number = rawText(reader.cell('streetNumber'));
  const town = [reader.text('city'), uf].filter((part) => part !== undefined && part !== '').join(' - ');
  return [street, number, reader.text('complement'), reader.text('district'), town, cep].filter((part) => part !== undefined && part !== '').join(', ');
}
