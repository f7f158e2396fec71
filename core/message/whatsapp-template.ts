import { parseTemplate, renderLenient } from './liquid.ts';
import type { MessageValues } from './values.ts';

export interface WhatsappTemplate {
  /** The body with `{{1}}`, `{{2}}`… in the place of variables, as it is registered with Meta. */
  readonly body: string;
  /** The values of this case, in order of position. Line breaks become spaces, which Meta demands of parameters. */
  readonly parameters: readonly string[];
}

const OUTPUT = /\{\{-?\s*(.*?)\s*-?\}\}/gs;

/**
 * The positional form that the WhatsApp Cloud API's message templates take. Undefined when the body has commands (`{% if %}`):
 * a registered template is fixed text. The same variable twice is one parameter.
 */
export function whatsappTemplate(body: string, values: MessageValues): WhatsappTemplate | undefined {
  if (body.includes('{%')) return undefined;
  const positions = new Map<string, number>();
  const parameters: string[] = [];
  try {
    const positional = body.replace(OUTPUT, (output, expression: string) => {
      let position = positions.get(expression);
      if (position === undefined) {
        parameters.push(renderLenient(parseTemplate(output), values).replace(/\s+/g, ' ').trim());
        position = parameters.length;
        positions.set(expression, position);
      }
      return `{{${position}}}`;
    });
    return { body: positional, parameters };
  } catch {
    // A body that does not parse already has its finding.
    return undefined;
  }
}
