import type { MessageText } from '../../core/cadence/blocks.ts';
import { messageTextSchema } from '../../core/cadence/blocks.ts';
import { ReguaError } from '../../core/errors.ts';
import type { SendMessageParameters } from '../../core/workflow/parameters.ts';

type TextFields = Partial<SendMessageParameters['texts']['text'][number]>;

/** @throws ReguaError `texts.*` when there is no text or a field is outside what is allowed */
export function messageTexts(fields: readonly TextFields[] | undefined): MessageText[] {
  if (!fields || fields.length === 0) throw new ReguaError('texts.none', 'Acrescente pelo menos um texto a esta mensagem.', { field: 'texts' });
  return fields.map((text, index) => {
    const parsed = messageTextSchema.safeParse({
      channel: text.channel || 'any',
      ...(text.tierId?.trim() ? { tierId: text.tierId.trim() } : {}),
      ...(text.defaultReason ? { defaultReason: text.defaultReason } : {}),
      ...(text.subject?.trim() ? { subject: text.subject } : {}),
      body: text.body ?? '',
    });
    if (parsed.success) return parsed.data;
    const field = parsed.error.issues[0]!.path.map(String).join('.');
    throw new ReguaError('texts.invalid', `Confira o ${index + 1}º texto desta mensagem: o campo ${field} está fora do permitido.`, { field: 'texts' });
  });
}
