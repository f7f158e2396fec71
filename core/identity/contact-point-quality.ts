/** What became of one contact on a point, as the provider or an agent reported it. */
export type ContactOutcome =
  | 'answered'
  | 'read'
  | 'delivered'
  /** Sent, nothing known yet. */
  | 'sent'
  /** Not delivered for a passing reason: off, full, out of reach. */
  | 'failed'
  /** The address or number does not exist. */
  | 'bounced'
  /** Somebody else answered. */
  | 'wrong-person';

export interface ContactPointQuality {
  /** 0 (useless) to 1 (answers); 0.5 when nothing is known. */
  readonly score: number;
  /** Portuguese sentence. */
  readonly reason: string;
  readonly usable: boolean;
}

const WORTH: Readonly<Record<ContactOutcome, number>> = { answered: 1, read: 0.9, delivered: 0.75, sent: 0.5, failed: 0.25, bounced: 0, 'wrong-person': 0 };
/** An older contact says less: each step back counts four fifths of the next. */
const FADING = 0.8;

/**
 * How good a contact point is, from its history, oldest first. A number that does not exist or is somebody else's is unusable
 * until a later delivery contradicts that; the weights are the project's own and claim no statistics.
 */
export function contactPointQuality(history: readonly ContactOutcome[]): ContactPointQuality {
  if (history.length === 0) return { score: 0.5, reason: 'Ainda não foi usado.', usable: true };
  const lastDead = history.findLastIndex((outcome) => outcome === 'bounced' || outcome === 'wrong-person');
  const lastAlive = history.findLastIndex((outcome) => outcome === 'answered' || outcome === 'read' || outcome === 'delivered');
  if (lastDead > lastAlive) {
    return { score: 0, usable: false, reason: history[lastDead] === 'bounced' ? 'Não existe: a última tentativa voltou.' : 'É de outra pessoa.' };
  }
  let weight = FADING ** history.length;
  let sum = 0.5 * weight;
  for (const [index, outcome] of history.entries()) {
    const share = FADING ** (history.length - 1 - index);
    weight += share;
    sum += WORTH[outcome] * share;
  }
  const count = (outcome: ContactOutcome): number => history.filter((each) => each === outcome).length;
  const answered = count('answered');
  const arrived = answered + count('read') + count('delivered');
  const tries = `${history.length} ${history.length === 1 ? 'tentativa' : 'tentativas'}`;
  const reason =
    answered > 0 ? `Respondeu ${answered} de ${tries}.` : arrived > 0 ? `Chegou ${arrived} de ${tries}, sem resposta.` : `Nenhuma entrega em ${tries}.`;
  return { score: Math.round((sum / weight) * 100) / 100, reason, usable: true };
}
