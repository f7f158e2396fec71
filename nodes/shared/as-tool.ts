import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/**
 * Is an AI agent calling this node as its tool? n8n has two ways of doing so, and only the older one says it by itself; in the newer one
 * the node's type, n8n's own wrapper, does.
 */
export function calledAsTool(context: IExecuteFunctions): boolean {
  return context.isToolExecution() || context.getNode().type.endsWith('Tool');
}

/** Expressions that a model decides: what it is asked for, and the node's own input, which in a tool's call is what the model said. */
const DECIDED_BY_MODEL = /\$fromai|\$json\b|\$input\b|\$(?:raw)?parameter\b/i;

/**
 * What a tool may not be told by the model: which case it works on, and by which rules. The workflow gives them, in text or by an expression on its own
 * nodes, as in `{{ $('Régua Trigger').first().json.caseId }}`. Otherwise whoever talks with the agent chooses whose debt is shown and settled.
 * @param subject the parameter that names the case
 * @param rules parameters that may stay empty, and are the workflow's all the same
 * @returns why the call is refused, for the model and for who reads the execution; undefined when it may go on
 */
export function toolCallRefusal(context: IExecuteFunctions, subject: string, rules: readonly string[]): string | undefined {
  for (const name of [subject, ...rules]) {
    const raw = context.getNodeParameter(name, 0, '', { rawExpressions: true });
    if (typeof raw === 'string' && raw.startsWith('=') && DECIDED_BY_MODEL.test(raw))
      return `Recusado: o campo "${name}" desta ferramenta é preenchido pela IA. Quem decide de quem é a conversa e por que regras é o fluxo: use um valor fixo ou uma expressão sobre os nós dele.`;
  }
  return String(context.getNodeParameter(subject, 0, '')).trim() === ''
    ? `Recusado: o fluxo não disse de que caso se trata. Preencha o campo "${subject}" desta ferramenta, por exemplo com o caseId que o gatilho da Régua traz.`
    : undefined;
}

/** A refusal as a model reads it. n8n hands the first output on to the model, and an error as nothing at all. */
export function refusedCall(reason: string): INodeExecutionData[][] {
  return [[{ json: { refused: true, reason }, pairedItem: { item: 0 } }]];
}
