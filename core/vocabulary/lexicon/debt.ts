import type { Lexicon } from '../grammar/lexicon.ts';

/** Debts and paying them. */
export const DEBT: Lexicon = {
  DEBT: { words: 'divida dividas debito debitos pendencia pendencias conta contas parcela parcelas boleto fatura mensalidade calote inadimplencia atraso caso situacao contrato dever deve devendo devia deveu' },
  PAY: { verbs: 'pagar quitar regularizar acertar liquidar saldar depositar resolver transferir', words: 'paguei paga pague paguem pagou pagas pagando acerto acordo faz_o_pix faca_o_pix faz_um_pix manda_o_pix mande_o_pix manda_o_dinheiro passa_o_pix negociar negocie negocia renegociar cumprir cumpra' },
  PAYMENT: { words: 'pagamento quitacao regularizacao liquidacao acerto deposito pix adimplemento acordo' },
  REPLY: { verbs: 'responder retornar ligar atender contatar contactar manifestar comparecer comunicar procurar', words: 'entre_em_contato entrar_em_contato entra_em_contato contato retorno resposta manifestacao fale_conosco chama_no_whatsapp me_chama fale_com_a_gente posicionamento posicione-se' },
  MONEY: { words: 'dinheiro grana din valor quantia' },
  SPEND: { words: 'comprar compra comprou compras viajar viajou viagem viagens viaja festa festas balada bar cerveja cervejinha churrasco praia piscina passear passeio passeando celular_novo iphone carro_novo moto_nova roupa_nova tenis academia shopping restaurante role role farra cachaca bebida beber pinga curtir curtindo ostentar ostentando ostentacao postar postando foto fotos salao unha unhas cabelo tatuagem show shows bet bets jogo_do_tigrinho tigrinho jogar apostar aposta pizza ifood lanche gastar gasta gastou luxo presente cigarro' },
  SERVICE: { words: 'historico historico_escolar diploma certificado certidao prontuario laudo exame exames resultado prova provas aula aulas escola creche formatura rematricula matricula boletim atendimento consulta tratamento cirurgia portao garagem elevador agua luz energia gas piscina salao_de_festas documentacao documento transferencia_escolar colacao tag vacina vacinacao sala biometria' },
  DENY: { words: 'retido retida retidos retidas barrado barrada barrados impedido impedida impedidos negado negada cancelado cancelada suspenso suspensa bloqueado bloqueada bloqueados cortado cortada proibido proibida excluido excluida recusado recusada interrompido interrompida preso presa' },
};
