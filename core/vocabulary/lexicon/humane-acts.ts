import type { Lexicon } from '../grammar/lexicon.ts';

/** What a humane collector does, and what a debtor may be told to expect: anything else announced is suspect. */
export const HUMANE_ACTS: Lexicon = {
  WE_MAY: {
    verbs: 'enviar mandar encaminhar investigar apurar conversar falar ajudar encontrar achar combinar verificar corrigir cancelar pausar parcelar dividir negociar renegociar atualizar registrar aguardar esperar manter retirar guardar dar oferecer analisar conferir avisar lembrar resolver gerar emitir confirmar pedir devolver estornar apagar refazer calcular deixar mostrar explicar tirar responder tratar receber ouvir continuar seguir mudar ajustar adaptar trocar reservar entregar levar passar remarcar marcar agendar abrir fechar liberar reativar religar suspender adiar prorrogar estender considerar precisar gostar seguir pensar procurar tentar atender buscar informar repassar reenviar ligar retornar organizar montar planejar preparar revisar rever incluir excluir baixar juntar somar descontar reduzir parar aceitar checar contar perguntar escolher simplificar facilitar acompanhar respeitar cuidar proteger usar comecar receber trabalhar celebrar comemorar recalcular reabrir comunicar',
    words: 'ver fazer ser ter estar poder vir dizer ficar_felizes ficar_a_disposicao ficar_contentes ficar juntos te_ajudar te_mostrar dar_um_jeito sim adorar por propor repor compor manter rir sair trazer nos a conseguir conseguimos ler',
  },
  YOU_MAY: {
    verbs: 'receber economizar pagar quitar continuar escolher encontrar falar conversar gostar aproveitar acompanhar precisar ganhar confirmar responder contestar negociar parcelar renegociar cancelar desistir decidir usar acessar conferir consultar enviar ligar baixar assinar cadastrar atualizar regularizar voltar emitir imprimir apresentar recorrer pedir contar ficar estar retirar saber optar dividir juntar concluir terminar encerrar entrar notar perceber deixar passar evitar reduzir manter mudar trocar reagendar agendar adiar participar comprar viajar treinar estudar guardar comecar incluir consertar efetuar realizar',
    words: 'ver ter ser poder fazer conseguir sair vir ler dizer estar propor tirar_duvidas',
  },
  NEED_NOT: { words: 'tenha visto precisa precisam precisar e obrigado recebeu receber reconhece reconhecer concorda concordar quiser quer puder pode conseguir consegue conseguiu perde perder pagou pagar paga deve encontrar encontrou localizar viu for foi esta estiver tiver sera fica ficara necessita gostar gostou lembra lembrar usa usar utiliza respondeu cadastrou tinha atendeu sabia confirmou informou participou veio compareceu enviou' },
};
