import type { Lexicon } from '../grammar/lexicon.ts';

/** Hurry. */
export const URGENCY: Lexicon = {
  NOW: { words: 'agora ja imediatamente imediato imediata imediatos urgente urgentemente urgencia hoje_mesmo ainda_hoje agora_mesmo neste_momento neste_instante nesse_instante nesse_momento sem_demora sem_falta sem_mais_demora de_imediato logo de_uma_vez correndo rapido rapidamente depressa impreterivelmente prontamente o_quanto_antes quanto_antes o_mais_rapido_possivel o_mais_breve_possivel para_ontem num_piscar' },
  RIGHT_NOW: { words: 'imediatamente imediato imediata imediatos imediatas urgentemente hoje_mesmo ainda_hoje agora_mesmo neste_momento neste_instante nesse_instante nesse_momento sem_demora sem_falta sem_mais_demora de_imediato impreterivelmente o_quanto_antes quanto_antes para_ontem depressa correndo de_uma_vez' },
  FINAL: { words: 'ultimo ultima ultimos ultimas derradeiro derradeira final definitivo definitiva finais' },
  WARNING: { words: 'chance chances oportunidade oportunidades aviso avisos alerta alertas chamada chamado notificacao notificacoes tentativa tentativas comunicado comunicados advertencia apelo ultimato intimacao lembrete cobranca prazo cartada janela contato_amigavel conversa_amigavel mensagem_amigavel tentativa_amigavel convocacao recado' },
  ORDER: { words: 'pague paguem paga quite quita regularize regulariza acerte acerta resolva resolve responda responde retorne retorna ligue liga deposite deposita compareca procure negocie negocia atenda aja manifeste quero exijo' },
  NUMBER: { words: 'duas tres quatro cinco seis oito dez doze quinze vinte trinta quarenta sessenta meia' },
  HOURS: { words: 'hora minuto horas minutos meio-dia meio_dia' },
  TIME: { words: 'tempo prazo relogio oportunidade janela chance' },
  RUN_OUT: { words: 'acabando acabou acaba esgotando esgotou esgota esgotado correndo corre terminando encerrou encerrando expirando expirou fechando passando voando contra_voce findou curto' },
  LATE: { words: 'tarde_demais muito_tarde ser_tarde seja_tarde agora_ou_nunca nunca_mais hoje_ou_nunca ser_muito_tarde ficar_tarde contagem_regressiva cronometro ultimos_minutos   questao_de_horas nao_ha_mais_prazo improrrogavel improrrogaveis impreterivel inadiavel inadiaveis fatal nas_proximas_horas a_qualquer_momento a_qualquer_instante a_qualquer_hora ponto_final dia_d' },
};
