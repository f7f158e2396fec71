import type { Lexicon } from '../grammar/lexicon.ts';

/** Telling, showing, going, finding: what a collector may do to reach a person, or others. */
export const SPEECH: Lexicon = {
  TELL: { verbs: 'contar avisar falar ligar informar comunicar procurar cobrar contatar contactar notificar mostrar perguntar conversar acionar oficiar entregar espalhar telefonar resolver marcar alertar chamar incluir envolver visitar reclamar bater', words: 'entrar_em_contato entro_em_contato entraremos_em_contato expor exponho dizer digo direi diremos fazer_contato trocar_uma_ideia bater_um_papo levar_ao_conhecimento dar_um_toque tocar_no_assunto denunciar denuncio' },
  SEND: { verbs: 'mandar enviar encaminhar entregar deixar levar jogar', words: 'mando envio' },
  PAPER: { words: 'oficio carta cartas cobranca comunicado aviso mensagem mensagens bilhete print prints extrato notificacao email e-mail fatura recado documento' },
  LEARN: { words: 'saber sabe sabem saiba saibam sabera saberao sabendo ficar_sabendo fica_sabendo ficam_sabendo ficara_sabendo ficarao_sabendo descobrir descobre descobrem descobrisse descubra descubram descobrira descobrirao souber souberem soubesse soubessem conhecimento conhecer conheca ouvir ver verem virem ciente cientes gostar_de_saber' },
  PUBLISH: { verbs: 'postar publicar divulgar espalhar marcar compartilhar colocar jogar botar mandar printar filmar gravar pregar colar anunciar estampar afixar viralizar repostar', words: 'expor expomos exporei exporemos exposto exposta expostos por ponho poremos sair saira vai_para ira_para vai_pro aparecer aparecera soltar lancar fazer_um_video fazer_um_post fazer_uma_live live video' },
  MEDIA: { words: 'facebook instagram tiktok twitter youtube kwai orkut status stories story grupo grupos grupo_do_* grupo_da_* mural jornal radio internet rede_social redes_sociais redes outdoor cartaz cartazes faixa faixas carro_de_som vitrine google reclame tv televisao poste postes alto-falante alto_falante microfone sistema_de_som panfleto panfletos quadro_de_avisos quadro_de_aviso elevador no_face no_insta live rede timeline feed lista recepcao' },
  FACT_ABOUT: { words: 'nome nomes foto fotos divida debito calote cpf dados situacao inadimplencia conversa print prints rosto cara historia devedor devedora devedores inadimplente inadimplentes caloteiro caloteira caloteiros te voce placa numero_do_apartamento' },
  GO: { words: 'estarei estaremos vou vamos irei iremos ir passo passamos passarei passaremos passar apareco aparecemos aparecer apareceremos chego chegamos chegar estou_indo estamos_indo indo bato batemos bater visitar visitarei visitaremos visito mando_alguem mandar_alguem mandarei_alguem baixar colar_ai encostar brotar broto colo passou' },
  COME: { words: 'passar passa ir vai vao ira irao visitar visita bater bate chegar chega aparecer aparece passarao passara visitara estara estarao te_esperar esperar buscar procurar resolver conversar conhecer' },
  HOME: { words: 'casa residencia porta portao apartamento rua endereco domicilio moradia lar calcada esquina garagem quintal' },
  HERE: { words: 'ai ate_ai ai_na ai_no ai_em por_ai' },
  KNOW: { words: 'a_gente_sabe a_gente_conhece sei sabemos conheco conhecemos descobri descobrimos achei achamos levantei levantamos rastreei rastreamos anotei' },
  WHEREABOUTS: { words: 'onde endereco enderecos rotina horario horarios placa caminho trajeto escola bairro casa carro rua rota que_horas quem_e paradeiro localizacao por_onde' },
  FIND: { verbs: 'localizar encontrar achar pegar perseguir cacar rastrear seguir vigiar monitorar procurar buscar assombrar' },
  FLEE: { verbs: 'fugir escapar correr esconder sumir desaparecer bloquear enrolar evitar ignorar escorregar despistar', words: 'sumiu sumido some se_esconde se_escondendo fuga escapatoria foge fugindo sumico te_esconde esconderijo' },
  OFTEN: { words: 'todo_dia todos_os_dias toda_hora a_toda_hora dia_e_noite de_hora_em_hora de_manha_a_noite sem_parar o_dia_inteiro o_dia_todo ate_cansar quantas_vezes sem_descanso de_madrugada de_domingo_a_domingo diariamente mil_vezes a_cada_hora a_cada_* sem_tregua noite_e_dia' },
};
