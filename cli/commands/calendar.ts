import { addBusinessDays, holidayOn, holidaysOf, isBusinessDay, lastPayableDayOfCobv, nextBusinessDay } from '../../core/calendar/index.ts';
import type { Holiday, Place } from '../../core/calendar/index.ts';
import { addDays, formatCivilDate, weekday } from '../../core/civil-date.ts';
import { ReguaError } from '../../core/errors.ts';
import type { Command, ExitCode, Io } from '../io.ts';
import { countOption, dateOption, readArgs } from '../options.ts';
import { formatPairs, formatTable, printJson } from '../output.ts';
import { readPlace } from '../place.ts';

const DAYS = ['domingo', 'segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira', 'sábado'] as const;
const KINDS: Readonly<Record<Holiday['kind'], string>> = { national: 'nacional', bank: 'bancário', state: 'estadual', city: 'municipal' };

export const calendar: Command = {
  name: 'calendar',
  summary: 'Dias úteis e feriados; último dia para pagar um Pix com vencimento.',
  usage: `Dias úteis e feriados nacionais, bancários e estaduais.

Uso: regua calendar DATA [--uf UF] [--add N] [--json]
     regua calendar --cobv VENCIMENTO --validity N [--json]
     regua calendar --year ANO [--uf UF] [--json]

  DATA               Como 2026-02-16 ou 16/02/2026.
  --uf UF            Inclui os feriados do estado, como SP.
  --city CIDADE      Com --city-holidays: inclui os feriados da cidade.
  --city-holidays ARQUIVO
                     Feriados municipais, em JSON: [{"uf":"SP","city":"São Paulo","on":"01-25","name":"Aniversário"}];
                     "on" é MM-DD (todo ano) ou AAAA-MM-DD.
  --add N            Soma N dias úteis (N negativo subtrai); 0 dá a própria data ou o dia útil seguinte.
  --cobv VENCIMENTO  Pix com vencimento: último dia em que pode ser pago.
  --validity N       Dias corridos que o Pix vale depois do vencimento. Padrão: 0.
  --year ANO         Lista os feriados do ano.
  --json             DATA: {"date","isBusinessDay","holiday"?,"holidayKind"?,"next","result"?}; "next" é o primeiro dia útil
                     depois da data. --cobv: {"lastPayable"}. --year: {"holidays":[{"date","name","kind"}]}

Não são dias úteis: sábados, domingos, feriados nacionais, segunda e terça de Carnaval, Corpus Christi (Resolução CMN
4.880) e, com --uf, os feriados estaduais. 20 de novembro é nacional desde 2024. 31 de dezembro é dia útil bancário.
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(
      args,
      {
        uf: { type: 'string' },
        city: { type: 'string' },
        'city-holidays': { type: 'string' },
        add: { type: 'string' },
        cobv: { type: 'string' },
        validity: { type: 'string' },
        year: { type: 'string' },
        json: { type: 'boolean' },
      },
      true,
    );
    const place: Place = await readPlace(values, io);
    const json = values.json ?? false;
    if (values.cobv !== undefined) {
      const due = dateOption(values.cobv, 'cobv');
      const lastPayable = lastPayableDayOfCobv(due, countOption(values.validity ?? '0', 'validity'), place);
      if (json) printJson(io, { lastPayable });
      else io.stdout(`Pode ser pago até ${describe(lastPayable)}.\n`);
      return 0;
    }
    if (values.year !== undefined) return listYear(values.year, place, json, io);
    if (positionals.length > 1) throw new ReguaError('usage.option', 'Escreva uma data só. Veja o uso com --help.', { field: 'date' });
    if (positionals[0] === undefined) throw new ReguaError('usage.missing', 'Escreva a data, como 2026-02-16. Veja o uso com --help.', { field: 'date' });
    const date = dateOption(positionals[0], 'date');
    const holiday = holidayOn(date, place);
    const business = isBusinessDay(date, place);
    const next = nextBusinessDay(addDays(date, 1), place);
    const result = values.add === undefined ? undefined : addBusinessDays(date, addOption(values.add), place);
    if (json) {
      printJson(io, {
        date,
        isBusinessDay: business,
        ...(holiday ? { holiday: holiday.name, holidayKind: holiday.kind } : {}),
        next,
        ...(result === undefined ? {} : { result }),
      });
      return 0;
    }
    io.stdout(
      formatPairs([
        ['Data', describe(date)],
        ['Dia útil', business ? 'sim' : 'não'],
        ['Feriado', holiday && `${holiday.name} (${KINDS[holiday.kind]})`],
        ['Próximo dia útil', describe(next)],
        [`Com ${values.add} ${/^[-+]?1$/.test(values.add ?? '') ? 'dia útil' : 'dias úteis'}`, result && describe(result)],
      ]),
    );
    return 0;
  },
};

function listYear(text: string, place: Place, json: boolean, io: Io): ExitCode {
  const year = countOption(text, 'year');
  if (year < 1900 || year > 2199) throw new ReguaError('usage.number', 'O ano precisa ficar entre 1900 e 2199.', { field: 'year' });
  const holidays = holidaysOf(year, place);
  if (json) printJson(io, { holidays: holidays.map(({ date, name, kind }) => ({ date, name, kind })) });
  else
    io.stdout(
      formatTable(
        ['Data', 'Dia', 'Feriado', 'Âmbito'],
        holidays.map(({ date, name, kind }) => [formatCivilDate(date), DAYS[weekday(date)], name, KINDS[kind]]),
      ),
    );
  return 0;
}

function addOption(text: string): number {
  if (/^[-+]?\d{1,5}$/.test(text)) return Number(text);
  throw new ReguaError('usage.number', 'A opção --add precisa de um número inteiro de dias úteis.', { field: 'add' });
}

const describe = (date: string): string => `${formatCivilDate(date)} (${DAYS[weekday(date)]})`;
