import { stemOf } from './stem.ts';

/**
 * Words that stand for one another: what is said of "sua sogra" holds for "sua cunhada", whether or not the corpus has both. Each is
 * found in all its inflections.
 */
export const KINDS = {
  relative:
    'mae mamae mainha pai papai painho pais avo avos vovo vovo tia tio irma irmao irmaos primo prima esposa esposo marido conjuge companheira namorada namorado noivo noiva sogra sogro genro nora cunhada cunhado filho filha filhinho neta neto familia familiar parente parentes crianca padrinho madrinha compadre comadre enteado',
  superior: 'chefe chefia chefinho patrao patroa patroes empregador supervisor encarregado gerente diretor diretora coordenador rh comandante',
  neighbour: 'vizinho vizinha vizinhanca amigo amiga colega conhecido pastor padre sindico sindica porteiro zelador morador condomino fregues seguidor',
  public:
    'facebook instagram tiktok twitter youtube kwai status stories story grupo mural jornal radio internet outdoor cartaz faixa vitrine poste microfone megafone panfleto timeline feed',
  belonging:
    'salario contracheque ordenado carro moto motocicleta veiculo bens imovel aposentadoria beneficio fgts inss bpc auxilio geladeira televisao tv moveis celular caminhao terreno apartamento patrimonio poupanca ferramenta notebook',
  force:
    'policia policial viatura camburao delegacia delegado cadeia prisao presidio xadrez algema preso presa crime criminal criminoso penal estelionato estelionatario furto roubo inquerito cela',
  insult:
    'caloteiro caloteira calote vagabundo pilantra pilantragem safado safadeza trambiqueiro trambique velhaco picareta malandro malandragem folgado irresponsavel mentiroso desonesto otario idiota burro burra imbecil lixo verme ratazana canalha cretino palhaco palhacada desgracado miseravel espertinho espertalhao enrolao enrolona enrolado enrolador moleque molecagem ladrao ladra bandido trapaceiro covarde vigarista fracassado inutil incompetente sanguessuga parasita cafajeste salafrario patife sacana babaca trouxa energumeno caradura sonso fingido dissimulado pobretao aproveitador golpista vadia vadio imundo nojento ordinario cachaceiro drogado noiado retardado mongol demente',
  curse: 'porra merda caralho desgraca cacete fdp pqp puta puto foda foder fuder fodido corno corna arrombado vsf vtnc cu bosta krl carai cuzao buceta piranha',
  group:
    'nordestino baiano paraiba cearense nortista favelado preto negro crioulo macaco macaca indio cigano judeu muculmano crente evangelico macumbeiro umbandista gay viado bicha lesbica sapatao traveco travesti estrangeiro venezuelano haitiano boliviano angolano imigrante refugiado pobre velho idoso mulher loira solteirona gordo gorda aleijado deficiente analfabeto caipira matuto favela',
} as const;

export type Kind = keyof typeof KINDS;

const KIND_OF: ReadonlyMap<string, Kind> = new Map(
  Object.entries(KINDS).flatMap(([kind, words]) => words.split(' ').map((word) => [stemOf(word), kind as Kind] as const)),
);

export const kindOf = (stem: string): Kind | undefined => KIND_OF.get(stem);
