import { id, number, rows, text } from './field.ts';

/** What names a cadence; the lookup node carries it. */
export const CADENCE_FIELDS = {
  id: id({ parameter: 'cadenceId', label: 'Código da régua', required: true, default: 'regua' }),
  name: text({ parameter: 'cadenceName', label: 'Nome da régua', required: true, minLength: 1, maxLength: 120, default: 'Minha régua' }),
  description: text({ parameter: 'cadenceDescription', label: 'Descrição', maxLength: 2000, rows: 4 }),
} as const;

/** What names a track, in the node that routes to its steps. */
export const TRACK_FIELDS = {
  id: id({ parameter: 'trackId', label: 'Código da trilha', required: true, default: 'principal' }),
  name: text({ parameter: 'trackName', label: 'Nome da trilha', required: true, minLength: 1, maxLength: 100 }),
} as const;

export const STEP_FIELDS = {
  id: id({ parameter: 'id', label: 'Código', placeholder: 'lembrete', help: 'Sem espaços nem acentos; não mude depois de começar', required: true }),
  name: text({ parameter: 'name', label: 'Nome da etapa', placeholder: 'Lembrete amigável', required: true, minLength: 1, maxLength: 100 }),
  day: number({
    parameter: 'day',
    label: 'Dia',
    help: 'Contado do vencimento: antes é negativo, depois é positivo.',
    required: true,
    min: -60,
    max: 2000,
    default: 1,
  }),
} as const;

/** A track's steps as the routing node lists them, one output for each. */
export const STEPS = rows({
  parameter: 'steps',
  label: 'Etapas',
  required: true,
  item: 'step',
  itemLabel: 'Etapa',
  add: 'Acrescentar etapa',
  default: [],
  fields: STEP_FIELDS,
});
