import { rules } from '../rule.ts';
import { PAY_NOW, upTo } from './fragments.ts';

const LAW = 'Urgência fabricada pressiona (CDC, arts. 37 §1º e 42) e o WhatsApp recusa mensagens assim.';
const ASK = '(?:respond(?:a|am|e-nos|er)|retorne|ligue|liguem|contate|contate-nos|procure|procure-nos|compareca|entre em contato|entrar em contato|fale conosco|clique|aja|confirme|negocie|providencie|manifeste-se)';
const CALM = 'Diga a data como fato e dê tempo: "O valor vale até 20/01/2026. Se precisar de outro prazo, fale com a gente."';

export const FALSE_URGENCY_RULES = [
  ...rules(
    { code: 'false-urgency', reason: LAW, suggestion: CALM, unless: /vestibular|inscric|embarque/ },
    'ultim[oa]s? (?:e (?:definitiv[oa]|derradeir[oa]) )?(?:chances?|oportunidades?|avisos?|alertas?|chamadas?|chamado|notificac(?:ao|oes)|tentativas?|prazos?|lembretes?|comunicados?|apelo|ultimato|advertencia|cobrancas?)',
    'ultimato|derradeir[oa]s?|chance final|aviso final|(?:nao ha|nao havera|nao tera|sem) (?:uma )?(?:segunda|outra|nova) (?:chance|oportunidade)|oportunidade unica|chance unica|unica chance|unica oportunidade',
    'agora ou nunca|tarde demais|antes que seja (?:muito )?tarde|contagem regressiva|tic[- ]tac',
  ),
  ...rules(
    { code: 'false-urgency', reason: LAW, suggestion: CALM, unless: /odont|veterin|dentar|dentist|consulta|atendimento (?:realizad|feit|prestad)|hospita|emergencia|pronto[- ]|atendimento (?:de|medico)|medic|saude|clinic|cirurg|plantao|ambulanc|socorro|exame|internac/ },
    'urgentissim[oa]|urgent(?:e|es|emente)',
  ),
  ...rules(
    { code: 'false-urgency', reason: LAW, suggestion: CALM },
    `(?:${PAY_NOW}|${ASK}) ${upTo(5)}(?:imediatamente|de imediato|sem demora|sem falta|agora mesmo|neste momento|nesse instante|neste instante|ainda hoje|hoje mesmo)`,
    `(?:pagar|quitar|regularizar|responder|acertar|resolver) ${upTo(3)}(?:imediatamente|de imediato|sem demora|sem falta|agora mesmo|hoje mesmo|ainda hoje)`,
    `imediatamente,? (?:${PAY_NOW}|${ASK})`,
    `(?:pague|responda|ligue|regularize|quite|acerte|resolva|negocie|aja) (?:ja|agora)(?! (?:pag|quit|fez|fiz|tenha|tem|est|mesmo pel|pel[ao] |por pix|com\\b|em ate|no\\b|na\\b|se\\b|ou\\b|quando\\b))`,
    '(?:pagamento|regularizacao|contato|resposta|quitacao|acao|providencia|solucao|retorno|comparecimento|manifestacao|acerto) imediat[oa]',
    'imediat[oa] (?:pagamento|regularizacao|contato|resposta|quitacao|acao|providencia|retorno|comparecimento)',
    `(?:exige|requer|precisa|merece|pede) ${upTo(2)}(?:atencao|resposta|acao) (?:imediata|urgente)`,
    '(?:voce|vc) (?:so |somente |apenas )?tem (?:so |somente |apenas )?(?:ate )?(?:hoje|amanha|poucas horas|pouco tempo|\\d+ (?:horas?|minutos?))',
  ),
  ...rules(
    { code: 'false-urgency', reason: LAW, suggestion: CALM, evenNegated: true },
    'corra(?=[!,.;:]|$| (?:e|que|para|pra|ja|antes|agora|contra))',
    'nao perca (?:tempo|mais tempo|esta|essa|a|o|mais)\\b[^.!?\\n]{0,20}',
    '(?:o |seu |teu )?(?:tempo|prazo) (?:ja )?(?:esta )?(?:acabando|se esgotando|esgotando|correndo|no fim|terminando|se esgota|esgotou|acabou)',
    '(?:so|somente|apenas|unicamente) (?:ate )?hoje',
    'e hoje ou|hoje ou nunca|ou hoje ou',
    'prazo (?:fatal|improrrogavel|derradeiro|limite absoluto)|improrrogave(?:l|is)|impreterive(?:l|is|lmente)|inadiave(?:l|is)',
    'ultim[oa]s (?:horas|minutos|segundos|vagas)',
    'aja (?:agora|ja|rapido|logo|antes)',
    'nao deixe (?:para|pra) (?:depois|amanha|a ultima hora)|nao (?:espere|demore|adie|perca) mais|nao demore',
    'restam? (?:so |apenas |somente )?(?:pouco|poucos|poucas|menos)|falt(?:a|am) (?:so |apenas )?(?:pouco|poucas?|poucos?) ${w}(?:tempo|horas?|minutos?)|imperdive(?:l|is)|(?:so|somente|apenas) ate (?:meia|as|a meia|hoje)'.replace('${w}', upTo(1)),
    `(?:pague|quite|regularize|acerte) (?:essa|esta|a|sua|seu|o|esse|este) ${upTo(2)}(?:hoje|agora|ja|logo)(?! (?:pelo|pela|por|com|e|ou|no|na|sem|em|mesmo))`,
    'atencao maxima|alerta (?:vermelho|maximo)|prioridade maxima|nao (?:ha|temos|tem|resta) mais (?:tempo|prazo|volta)|o relogio|fim do prazo|prazo encerrado',
  ),
  ...rules({ code: 'false-urgency', reason: LAW, suggestion: CALM, evenNegated: true, unless: /link|codigo|pix|qr|senha|token/ }, 'expira em (?:poucas|\\d+) ?(?:horas?|h|minutos?)'),
  ...rules(
    { code: 'false-urgency', severity: 'warning', reason: 'Pode soar como pressão.', suggestion: CALM },
    'prazo final|data limite|data-limite|o quanto antes|o mais rapido possivel|quanto antes',
  ),
];
