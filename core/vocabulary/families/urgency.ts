import { family } from './family.ts';

const LAW = 'Urgência fabricada pressiona (CDC, arts. 37 §1º e 42) e o WhatsApp recusa mensagens assim.';
const CALM = 'Diga a data como fato e dê tempo: "O valor vale até 20/01/2026. Se precisar de outro prazo, fale com a gente."';
const INNOCENT = ['nao|sem ..3 precisa|pressa|urgencia|urgente|responder|obrigatorio', 'CARE', 'SAFETY'];

export const URGENCY_FAMILIES = [
  family({
    name: 'last of all',
    code: 'false-urgency',
    reason: LAW,
    suggestion: CALM,
    unless: ['nosso|nossa ::1 ultimo|ultima ..2 contato|mensagem ..3 foi|em|recebid*', 'YOUR ::1 ultima|ultimo ..1 mensagem|chamado|recado|tentativa'],
    shapes: [
      'FINAL ..1 WARNING',
      'WARNING FINAL',
      'FINAL ..1 vez ..3 que|avis*|fal*|ped*|mand*|cobr*|ligo|escrevo|chamo|tento|entro',
      'pela|por FINAL vez',
      'ultimo ..1 dia|prazo ..4 livrar|escapar|evitar|salvar|pior|limpar|nome|antes',
      'nao|nem|nenhuma|sem ..3 haver|havera|tera|ter|ha|existe|teremos|darei|daremos|vai_ter|vou_dar|tem ..3 outra|outro|segunda|nova|proxima ..2 chance|oportunidade|vez|aviso|conversa|acordo|proposta|contato',
      'unica|unico WARNING',
      'proximo|proxima ..2 contato|mensagem|ligacao|passo|visita|vez ..4 nao|COURT|sera|vai|ja|WARRANT',
    ],
  }),
  family({
    name: 'hurry',
    code: 'false-urgency',
    reason: LAW,
    suggestion: CALM,
    unless: [...INNOCENT, 'agora ..1 ou|pelo|pela|com|por|no|na|mesmo|voce|tambem|e', 'se ..2 ja ::3 PAY', 'caso ..1 ja', 'pagou|pago ..1 ja', 'QUESTION', 'confirmado|confirmada|compensa*|baixa|liberado ::3 RIGHT_NOW|NOW', 'se|caso|quando ..3 quiser|puder|preferir', 'link|pix|boleto|app|aplicativo|desconto ::8 agora', 'Recebe|receba|enviamos|recebera ::4 RIGHT_NOW'],
    shapes: [
      'PAY:imp|PAY:inf|ORDER ..3 RIGHT_NOW',
      'RIGHT_NOW ..3 PAY:imp|PAY:inf|ORDER|REPLY',
      'REPLY ..4 RIGHT_NOW',
      'PAYMENT ..2 imediato|imediata|urgente',
      'PAY:imp|paga|resolve|acerta|quita|responde|retorna|liga|ORDER ..1 isso|isto|logo|ja|essa|esse|tudo|minha|nossa? ..2 agora|ja|logo|hoje',
      'precisa|precisam|tem|tem_que|tera|deve|necessario|favor|quero|queremos|exijo ..4 PAY:inf|PAYMENT|REPLY|receber|dinheiro|solucao ..4 agora|hoje|ja|logo|NOW',
      'quero|queremos|preciso|exijo ..4 hoje|agora|ja',
      '^ corra|corre', 'corra $', 'corra|corre e|antes|contra|agora|atras', 'apresse-se|se_apresse|acelere|agilize|voando',
      'urgente|urgentissim*|urgentemente|urgencia',
      'acao|atencao|providencia|atitude|resposta|solucao|intervencao ..2 imediata|urgente|necessaria',
      'situacao|pendencia|debito|caso|status|nivel ..3 critic*|gravissim*|alarmante|grave|alerta|extrem*|emergencia|insustentavel',
      'irrecusavel|imperdivel',
    ],
  }),
  family({
    name: 'hours on the clock',
    code: 'false-urgency',
    reason: LAW,
    suggestion: CALM,
    unless: [...INNOCENT, 'codigo|link|pix|qr ::4 vale|valido|expira|validade', 'expira|vale|valido ::6 codigo|link|pix', 'analise|respondemos|responderemos|avisaremos|retornamos|resposta ::6 HOURS', 'WE|nossa|nosso|equipe|robo ::4 REPLY', 'atende|atendimento|portal|funciona|aplicativo|app|robo|aparece|compensa*|confirmado|confirmamos ::6 HOURS', 'prazo ..2 de ..1 resposta', 'em poucos|poucas|alguns|menos|NUMBER minutos', 'para_desistir|desistir|cancelar|contestar|recorrer'],
    shapes: [
      'YOU|tem|tera|teria|restam|resta|faltam|falta|so|apenas|mais|em|ate|dentro|proximas|maximo ..3 NUMBER|uma|duas|tres|poucas|poucos ..2 HOURS ..5 PAY:inf|PAY:imp|REPLY:inf|REPLY:imp|ORDER|NOTPAY|senao|ou|antes|que|comparec*|acordo|decidir|aceitar|se_manifestar|manifestar|limpar|evitar|sofrera|sera',
      'PAY:imp|PAY:inf|PAYMENT|REPLY:imp|REPLY:inf|ORDER|compareca ..5 em|dentro|nas|no ..3 NUMBER|uma|duas|tres|poucas ..1 HOURS',
      'YOU|VOCE ..2 tem ..3 NUMBER|uma|duas|poucas ..2 HOURS',
      'tem|tera ..2 ate ..2 hoje|amanha|meio-dia|fim|final|meia-noite ..5 PAY|PAYMENT|ou|senao|resolver|NOTPAY',
      'ate ..2 NUMBER HOURS ..4 de? hoje ..4 PAY|PAYMENT|senao|ou|ja_era',
      'prazo|contagem ..3 NUMBER HOURS',
      'prazo ..3 HOURS',
      'NUMBER HOURS ..4 senao|ou|caso_contrario|ja_era|do_contrario',
      'faltam|restam|falta|resta ..2 NUMBER|poucas|poucos|pouca|pouco ..2 HOURS|minutos|dias|tempo ..6 nome|protest*|bloque*|corra|senao|negativ*|perder|processo|cpf|COURT|YOU',
    ],
  }),
  family({
    name: 'time running out',
    code: 'false-urgency',
    reason: LAW,
    suggestion: CALM,
    evenNegated: true,
    unless: ['CARE', 'nao|sem ..2 pressa', 'plantao|horario ::3', 'YOU ..3 tem|tera ..1 tempo', 'fim ..1 de ..1 semana', 'a_qualquer_momento|a_qualquer_hora|a_qualquer_instante ::6 HELP|SAIR|sair|cancelar|falar|LEAVE|pode|atendimento|fale|quiser|contar', 'pode|podera ::6 a_qualquer_momento|a_qualquer_hora', 'ultima_hora ::3 imprevisto', 'nao ::3 ultima_hora'],
    shapes: [
      'TIME RUN_OUT', 'TIME BE|se|ja|esta ..1 RUN_OUT',
      'LATE',
      'chance|chances ..2 CLOSING', 'YOUR prazo ..1 CLOSING',
      'antes ::2 que ..4 tarde|pior|piore|tome|tomemos|seja|perca|acabe',
      'nao ..1 deixe|deixa|adie|espere|espera|demore|demora ..3 amanha|depois|mais|pior|ultima_hora|tarde|acontecer|chegar',
      'amanha|depois ..3 demais|pior|outra_historia|nao_tem',
      'ainda da_tempo|tempo ..4 salvar|escapar|evitar|limpar|livrar|corr*',
      'corre|corra ::1 que',
      'hoje ..2 ou ..2 nunca|nada',
    ],
  }),
];
