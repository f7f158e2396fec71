import type { Lexicon } from '../grammar/lexicon.ts';

/** Who speaks, who is spoken to, and everybody else. */
export const PEOPLE: Lexicon = {
  YOU: { words: 'voce voces te ti tu contigo senhor senhora dona lhe cliente titular devedor devedora' },
  YOUR: { words: 'seu sua seus suas teu tua teus tuas dele dela deles delas' },
  WE: { words: 'eu nos a_gente nossa_equipe nosso_setor nosso_departamento nosso_time' },
  /** The creditor announces what it will do. */
  WE_WILL: { words: 'vou vamos iremos irei vo podemos posso poderemos poderei quero queremos pretendo pretendemos estou_indo estamos_indo teremos_que terei_que temos_que tenho_que vai_ser_preciso seremos_obrigad* a_gente_vai comecarei comecaremos comecamos_a comeco_a a_gente_pode e_so_questao_de estamos_prest* nao_hesitaremos_em nao_vou_hesitar_em nao_penso_duas_vezes_em' },
  WILL: { words: 'vai vao ira irao pode podem podera poderao deve devera vou vamos iremos irei' },
  BE: { words: 'ser sera serao sao e foi foram esta estao estara estarao fica ficam ficara ficarao ficar vai_ser vao_ser pode_ser podem_ser podera_ser poderao_ser esta_sendo estao_sendo sendo seja sejam tem_sido' },
  FAMILY: { words: 'mae mamae mainha pai papai painho pais avo avos vovo vovo tia tio tios irma irmao irmaos primo prima esposa esposo marido conjuge companheiro companheira namorad* noivo noiva sogra sogro genro nora cunhad* filho filha filhos filhas filhinh* neto neta netos familia familias familiar familiares parente parentes parentada crianca criancas padrinho madrinha compadre comadre pai_de_familia' },
  NEIGHBOUR: { words: 'vizinho vizinha vizinhos vizinhas vizinhanca amigo amiga amigos amigas colega colegas conhecidos contatos agenda pastor padre igreja congregacao sindico sindica porteiro portaria predio condominio condominos moradores bairro seguidores comunidade quadra' },
  EMPLOYER: { words: 'chefe chefia chefinho patrao patroa patroes empregador empregadora empregadores supervisor supervisora encarregad* rh recursos_humanos departamento_pessoal setor_de_pessoal setor_pessoal local_de_trabalho folha_de_pagamento_da_empresa comandante reparticao empresa_onde_trabalha empresa_em_que_trabalha ambiente_de_trabalho ouvidoria_da_sua_empresa' },
  WORKPLACE: { words: 'trabalho servico emprego empresa firma loja servico escritorio gerente diretor diretora diretoria socio socios clientes fregueses setor prefeitura comercio barraca salao faculdade escola' },
  EVERYONE: { words: 'todo_mundo geral galera cidade_inteira cidade_toda a_cidade toda_a_cidade bairro_inteiro bairro_todo rua_inteira rua_toda predio_inteiro predio_todo publico publicamente povo deus_e_o_mundo meio_mundo quem_quiser_ver todos_os_grupos todos_os_moradores todos_os_vizinhos todos_os_alunos todos_os_clientes todos_os_pais todos_os_amigos todos_os_colegas todos_os_professores todos_os_condominos outros_pais outras_maes outros_alunos todos_ao_redor todos_que_* quem_voce_conhece seu_circulo' },
  SOMEONE: { words: 'alguem meninos rapazes cara caras pessoal gente cobrador cobradores equipe time agente agentes motoqueiro motoqueiros moto advogado advogados fiscal fiscais segurancas representante representantes capanga* rapaziada turma funcionario funcionarios oficial amigos_meus conhecidos_meus' },
  DEBTOR: { words: 'devedor devedora devedores inadimplente inadimplentes caloteiro* caloteira* mau_pagador mau_pagadora maus_pagadores nome_sujo negativados quem_deve' },
};
