import { CHANNELS } from '../../core/case/channel.ts';
import { contactOpening, contactWindowsSchema } from '../../core/calendar/index.ts';
import { ReguaError } from '../../core/errors.ts';
import { parseUf } from '../../core/identity/uf.ts';
import type { Command } from '../io.ts';
import { choiceOption, readArgs, required } from '../options.ts';
import { formatPairs, printJson } from '../output.ts';
import { readJsonFile, readPlace } from '../place.ts';

export const opening: Command = {
  name: 'opening',
  summary: 'Posso contatar este devedor agora? E se não, a partir de quando?',
  usage: `Horário de contato no lugar do devedor.

Uso: regua opening INSTANTE --uf UF [--channel CANAL] [--city CIDADE] [--json]

  INSTANTE         Em ISO com fuso: 2026-11-22T04:30:00Z ou 2026-11-21T23:30:00-05:00.
  --uf UF          Estado do devedor; decide fuso, feriados e lei estadual.
  --channel CANAL  email, sms, whatsapp, voice ou letter. Cartas só dependem de ser dia útil.
  --city CIDADE    Fernando de Noronha (PE) tem fuso próprio; com --city-holidays, os feriados da cidade contam.
  --city-holidays ARQUIVO
                   Feriados municipais, em JSON: [{"uf":"SP","city":"São Paulo","on":"01-25","name":"Aniversário"}].
  --windows ARQUIVO
                   Outros horários, em JSON, como na régua: {"default":{"monday":[["08:00","20:00"]],…},"byState":{},
                   "byChannel":{},"enforcedStates":["RJ"]}. Nunca passam do que a lei do estado permite.
  --json           {"allowed","nextOpening","localTime","localDate","timeZone","code","reason"}

Horário: segunda a sexta, das 9h às 18h no fuso do devedor, dentro do que a lei do estado permite; nunca aos domingos e
feriados. "nextOpening" é o próprio instante quando o contato é permitido. "code": open, sunday, holiday, closed-day,
outside-hours.
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(
      args,
      {
        uf: { type: 'string' },
        channel: { type: 'string' },
        city: { type: 'string' },
        'city-holidays': { type: 'string' },
        windows: { type: 'string' },
        json: { type: 'boolean' },
      },
      true,
    );
    const instant = positionals[0];
    if (instant === undefined || positionals.length > 1)
      throw new ReguaError('usage.missing', 'Escreva um instante, como 2026-11-21T23:30:00Z.', { field: 'instant' });
    const result = contactOpening(instant, {
      ...(await readPlace(values, io)),
      uf: parseUf(required(values.uf, 'uf')),
      windows: values.windows === undefined ? undefined : await readJsonFile(values.windows, contactWindowsSchema, 'windows', io),
      channel: values.channel === undefined ? undefined : choiceOption(values.channel, 'channel', CHANNELS),
    });
    const { allowed, nextOpening, localTime, localDate, timeZone, code, reason } = result;
    if (values.json) printJson(io, { allowed, nextOpening, localTime, localDate, timeZone, code, reason });
    else
      io.stdout(
        formatPairs([
          ['Pode contatar', allowed ? 'sim' : 'não'],
          ['Hora do devedor', `${localTime.replace('T', ' ')} (${timeZone})`],
          ['Próxima abertura', nextOpening],
          ['Por quê', reason],
        ]),
      );
    return 0;
  },
};
