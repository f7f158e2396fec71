import { BadRequest } from '../httpAnswers.ts';

/**
 * What shall go wrong.
 * - `refuse`: the message is not taken and `status` answered (HTTP; for SMTP 4xx/5xx replies of its own)
 * - `hang`: the message is not taken and nothing is answered, until the caller gives up
 * - `lose-answer`: the message IS taken and the connection cut before the answer, so the caller cannot know
 */
export type Fault = {
  kind: 'refuse' | 'hang' | 'lose-answer';
  door: 'gateway' | 'evolution' | 'smtp' | 'any';
  /** For `refuse`. Default 503 by HTTP, 451 by SMTP. */
  status?: number;
  /** How many requests it hits. */
  times: number;
};

const kinds = ['refuse', 'hang', 'lose-answer'];
const doors = ['gateway', 'evolution', 'smtp', 'any'];

/** The faults that tests have ordered, each used up by the requests it hits. */
export class Faults {
  #ordered: Fault[] = [];

  order(fault: Fault): void {
    this.#ordered.push({ ...fault });
  }

  reset(): void {
    this.#ordered = [];
  }

  /** The fault that hits this request, if any. */
  next(door: Exclude<Fault['door'], 'any'>): Fault | undefined {
    const fault = this.#ordered.find((one) => one.times > 0 && (one.door === door || one.door === 'any'));
    if (fault) fault.times -= 1;
    return fault;
  }
}

/** `{kind, door?, status?, times?}` or `{reset: true}`. @throws BadRequest */
export function parseOrder(body: unknown): Fault | 'reset' {
  const { reset, kind, door = 'any', status, times = 1 } = (body ?? {}) as Record<string, unknown>;
  if (reset === true) return 'reset';
  if (!kinds.includes(kind as string)) throw new BadRequest(`kind deve ser um de: ${kinds.join(', ')}`);
  if (!doors.includes(door as string)) throw new BadRequest(`door deve ser um de: ${doors.join(', ')}`);
  if (!Number.isInteger(times) || (times as number) < 1) throw new BadRequest('times deve ser um inteiro a partir de 1');
  if (status !== undefined && (!Number.isInteger(status) || (status as number) < 400 || (status as number) > 599)) {
    throw new BadRequest('status deve estar entre 400 e 599');
  }
  return {
    kind: kind as Fault['kind'],
    door: door as Fault['door'],
    times: times as number,
    ...(status === undefined ? {} : { status: status as number }),
  };
}
