import { family } from './family.ts';

export const DISCRIMINATION_FAMILIES = [
  family({
    name: 'blaming a group',
    code: 'discrimination',
    reason: 'Ofende a dignidade e discrimina (Constituição, arts. 3º IV e 5º; Lei 7.716/89; CDC, art. 42).',
    suggestion: 'Tire a frase. Trate todos do mesmo modo, pelo nome.',
    evenNegated: true,
    unless: ['cesta|programa|desconto|auxilio|direito|estatuto|atendimento|prioridade|preferencial|isencao|tarifa ::4 GROUP', 'GROUP ::4 desconto|prioridade|gratuito|gratuita|preferencial|direito|isencao|vaga'],
    shapes: [
      'GROUP ..2 GENERAL_BLAME',
      'GROUP ..4 nao|nunca ..2 PAY|saber|sabe|sabem|devia|deveria|tem|merece|presta',
      'GROUP ..3 KIND_OF',
      'KIND_OF ..3 GROUP',
      'KIND_OF ..3 nao ..1 PAY|devia|deveria|presta|tem|merece|devem',
      'gente|povo|pessoal|raca|tipo|pessoas ..2 YOUR ..1 laia|cor|raca|tipo|nivel|classe|religiao|origem|bairro|idade|especie',
      'gente|povo|pessoas|pessoal como YOU|a voce|senhora ..1',
      'GROUP ..2 quando|so|sempre|que ::5 compra|suja|paga|deve|da|quer|ganha|pede|sai|entrada',
      'GROUP como YOU|a',
      'GROUP ..1 assim ..2 nao|devia|so|deveria',
      'so|por|por_ser|porque|sendo|e ..1 ser|YOU|por_isso ..1 GROUP ..4',
      'essa|esse|dessa|desse|essas|esses ..1 gente|povo|tipo|raca|laia|cambada|corja|corriola',
      'volta|volte ..2 YOUR ..1 pais|terra|cidade|roca|buraco|estado',
      'YOUR ..1 GROUP $',
      'isso e|coisa|jeito ..2 KIND_OF|GROUP',
      'lugar de GROUP',
      'esse|essa|esses|essas ..1 GROUP|aposentados|aposentadas ..1 e|sao|so',
      'vend* ..2 para GROUP|aposentado|aposentada|aposentados',
      'de|com GROUP comprar|comprou|dever|atrasar|dar',
      'voces d*|YOUR ..3 sao ..1 todos|assim|iguais',
    ].map((one) => one.replace(' a voce', '')),
  }),
];
