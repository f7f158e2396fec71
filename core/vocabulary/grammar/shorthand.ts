/** What thumbs write for whole words. */
export const SHORTHAND: Readonly<Record<string, string>> = {
  vc: 'voce', vcs: 'voces', ce: 'voce', oce: 'voce', hj: 'hoje', q: 'que', n: 'nao', naum: 'nao', nunk: 'nunca', eh: 'e', ta: 'esta', tao: 'estao', to: 'estou', tou: 'estou', tamo: 'estamos', tava: 'estava',
  pra: 'para', pro: 'para', pras: 'para', pros: 'para', p: 'para', c: 'com', s: 'sem', mto: 'muito', mt: 'muito', pq: 'porque', td: 'tudo', tds: 'todos', dps: 'depois', agr: 'agora', qdo: 'quando', qnd: 'quando', qm: 'quem',
  nd: 'nada', ngm: 'ninguem', pgto: 'pagamento', pagto: 'pagamento', pgt: 'pagamento', msg: 'mensagem', msgs: 'mensagens', cmg: 'comigo', msm: 'mesmo', vo: 'vou', tb: 'tambem', tbm: 'tambem', fb: 'facebook', insta: 'instagram',
  zap: 'whatsapp', sra: 'senhora', sr: 'senhor', qualqr: 'qualquer', trampo: 'trabalho', serv: 'servico', senaum: 'senao', tlgd: 'sabe', dvd: 'divida', nois: 'nos', bora: 'vamos',
  hrs: 'horas', hs: 'horas', h: 'horas', min: 'minutos', mins: 'minutos',
};
