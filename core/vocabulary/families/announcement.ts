import { family, OFFER } from './family.ts';

const LAW = 'O que se anuncia a quem deve tem de ser ajuda ou fato, nunca pressão (CDC, art. 42).';
const SAY_WHAT = 'Diga o que você vai fazer para ajudar, ou o fato com a data.';
const CONDITION = ['se|caso|quando|enquanto|porque|que|ja ::2 YOU? ::1 nao', 'QUESTION'];

/** Announcements, rebukes and sneers refused unless they are of the humane kind: the kinds of good are fewer than those of harm. */
export const ANNOUNCEMENT_FAMILIES = [
  family({
    name: 'what we will do',
    code: 'threat',
    reason: LAW,
    suggestion: SAY_WHAT,
    unless: ['CONSENT', 'SAFETY', 'LEAVE', 'nossa|nosso ::2 loja|escola', 'CARE', 'vamos juntos|la|nessa|comecar'],
    shapes: ['vou|irei|iremos te|lhe|o|a? !WE_MAY|te|lhe|o|a|ate|ao|estar|nao *ar|*er|*ir', 'vamos te|lhe|o|a? !WE_MAY|te|lhe|o|a|ate|ao|nao *ar|*er|*ir', 'a_gente vai te? !WE_MAY|te|ate|nao *ar|*er|*ir'],
  }),
  family({
    name: 'what will happen to you',
    code: 'threat',
    reason: LAW,
    suggestion: SAY_WHAT,
    unless: ['CONSENT', 'SAFETY', 'LEAVE', 'CARE'],
    shapes: ['YOU vai|ira|vao se? !YOU_MAY|se|te|nao|a|com *ar|*er|*ir', 'ou|e sera|seras ..1 SUE:part|SEIZE:part|punid*|cobrad*|procurad*'],
  }),
  family({
    name: 'what you are not',
    code: 'ridicule',
    reason: 'Repreender a pessoa a constrange (CDC, art. 42).',
    suggestion: 'Fale da conta: "ainda não vimos o pagamento".',
    unless: [...CONDITION, 'CONSENT', 'SAFETY', 'LEAVE', OFFER, 'obrigad*', 'nao tem que', 'nao ..1 tem|ha|deve|possui ..2 debito*|pendencia*|nada|parcelas|custo|multa|valor'],
    evenNegated: true,
    shapes: ['YOU nao !NEED_NOT|vai|ira|e|te|o|a|nos', 'YOU nao vai|ira !PAY|perder|precisar|receber|ter|ser|ficar|pagar', 'YOU nao me|nos ..1', 'YOU nao e nada|ninguem|homem|mulher|gente|pessoa|digno|digna|confiavel|serio|seria'],
  }),
  family({
    name: 'people sorted into payers and others',
    code: 'ridicule',
    reason: 'Chamar de devedor ou inadimplente rotula a pessoa (CDC, art. 42).',
    suggestion: 'Fale da conta, não da pessoa: "há um valor em aberto".',
    evenNegated: true,
    unless: ['cadastro|cadastros|orgao|orgaos|banco|servico|servicos|lei|registro|lista ::4 DEBTOR', 'DEBTOR ::1 solidari*|principal', 'credor|credores ::4 DEBTOR', 'nome ::1 do|da DEBTOR', 'limpar|limpa|limpo|limpe', 'se ..4 pedir|alguem|pedirem', 'nao|ninguem ..2 define', 'menos|desconto|ganha|economiza|cashback'],
    shapes: ['isso|isto e ..1 golpe|crime|roubo|estelionato|furto|calote', 'golpista ..2 vai|merece|tem', 'DEBTOR', '^ quem !e|pode|paga|pagar|preferir|quiser|escolhe|escolher|quita|negocia|e_o|participa|tem|indicar|renegocia|ja|atende|fala|sao|precisa|antecipa', 'hein', 'ate mendigo|crianca|pobre|cachorro|animal|bicho|bandido'],
  }),
  family({
    name: 'ominous nouns',
    code: 'threat',
    reason: LAW,
    suggestion: 'Diga o fato, com o valor e a data: "O atraso gera multa de 2% e juros de 1% ao mês."',
    unless: ['desculp*|lamentamos|sentimos|evitar|sem|tomamos|adotamos|corrig*', 'juros|multa|desconto', 'SAFETY', 'LEAVE', 'nao|nenhum|nenhuma ::4 BAD', 'costura|janela|moveis|cortina|caixa|tirar ::3 medidas', 'contrato|convencao|regimento|clausula', 'CARE', OFFER, 'QUESTION', 'algum|qualquer|tiver|houve|tivemos'],
    shapes: ['medidas|providencias|represalias|retaliacoes ..1', 'prejuizo|prejuizos|transtorno|transtornos|consequencia|consequencias|sancoes|penalidades|penalidade|dissabores|dissabor|embaracos|constrangimento|constrangimentos|desgaste', 'EVADE_BAD ..2 exposicao|dissabores|restricao|restricoes|protesto|bloqueio|negativacao|execucao|acao|cobranca|processo|penhora|sujar|medidas|apontamento|inclusao', 'sob ..1 pena|risco|penas'],
  }),
  family({
    name: 'sneers and hints',
    code: 'threat',
    reason: LAW,
    suggestion: SAY_WHAT,
    evenNegated: true,
    unless: ['SAFETY', 'CONSENT', 'CARE', 'numero|canal|site|link|beneficiario|boleto', 'degrau|piso|obras|transito|sol|calor|chuva'],
    shapes: [
      'ameaca|ameacas|ameacar|ameaco|ameacando|ameacamos',
      'tome|toma|tenha|muito cuidado',
      '^ cuidado',
      'quero ver YOU|se|quem|ate|explicar',
      'vamos|vou ver ..1 se|quem|ate ..2 continua|ri|rindo|aguenta|tem_coragem|acha|paga|e',
      'YOU nao ..1 vai|ira querer',
      'nao ..1 quer|queremos|queria|gostaria que ..4 chegue|saiba|saibam|aconteca|descubra|descubram|veja|vejam|vire',
      'ninguem|nada vai|ira|pode|podera ..2 ajudar|salvar|livrar|proteger|impedir|defender',
      'PAY ..2 que ..2 deve|deves|devem $',
      'so nao|esquece|esqueceu PAY|de',
      'todos|toda|todo ..3 rua|predio|cidade|bairro|vizinhanca|igreja|quarteirao|empresa ..4 WILL|saber|sabe|comenta*|ver|rir|falar',
      '^ venda|vende|empenhe|penhore ..2',
      'dinheiro|pagar|PAY venda|vende|empenhe ..2',
      'alguem ..1 se machuc*|ferir|machucar|saia',
      'machuc*|ferid*|sangr*|hospitalizad*',
      'faco|farei|vou_fazer YOU ..3',
      'motivo ..2 para ..2 ir|fazer|tomar|agir|chegar',
      'ir|irmos|vamos alem',
    ],
  }),
];
