import type { Lexicon } from '../grammar/lexicon.ts';

/** What makes the same words innocent: consent, help, comfort, safety. */
export const KINDNESS: Lexicon = {
  CONSENT: { words: 'se_quiser se_preferir se_voce_quiser se_voce_preferir como_pediu como_voce_pediu como_solicitado como_solicitou conforme_solicitado conforme_combinado como_combinado como_combinamos com_sua_autorizacao com_a_sua_autorizacao autorizou autorizado autorizada autorizados voce_pediu a_seu_pedido de_confianca pode_participar indicou indicado indicada responsavel_financeiro responsavel_legal por_voce' },
  HELP: { verbs: 'ajudar oferecer conversar negociar renegociar orientar apoiar acolher combinar rever revisar refazer explicar atualizar', words: 'parcelar parcelamos parcelaremos parcele dividir dividimos ajuda desconto parcelamento condicao condicoes saida solucao opcao opcoes proposta possibilidade juntos alternativa' },
  SAFETY: { words: 'seguranca protecao proteger proteja-se cuide-se golpe golpes golpista golpistas suspeita desconfie senha falso falsa falsos falsas confira' },
  LEAVE: { words: 'retirad* retiramos retirar removid* removemos apagamos apagar desbloque* excluimos reembols* devolv* devolucao restitu* estorn* normaliz* restabelec* liberad* liberamos liberacao reativ*' },
  CARE: { words: 'medic* hospital hospitais emergencia clinica pronto-socorro pronto_socorro pronto_atendimento ambulancia plantao saude odontolog* atendimento_realizado atendimento_prestado atendimento_de_urgencia dentista dentari* veterinari* consulta cirurgia exame exames paciente_internado enfermagem' },
};
