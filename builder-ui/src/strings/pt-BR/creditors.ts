/** One creditor beside others: the cadence's own portfolio, and bringing people into it. */
export const creditors = {
  ownPortfolio: {
    label: 'Carteira',
    help: 'O grupo de clientes que esta régua trabalha: só dela, e só deste credor. Os clientes são importados com este nome.',
    renamed: (before: string) =>
      `Quem foi importado em "${before}" continua lá, e esta régua não o vê. Para trazer todos com o que já aconteceu, rode no n8n o nó "Carteiras", operação "Renomear uma carteira".`,
    missing: 'Dê um nome à carteira.',
    summary: (portfolio: string, creditor: string) => `Carteira "${portfolio || 'sem nome'}", de ${creditor || 'um credor ainda sem nome'}.`,
    downloadImport: 'Baixar o fluxo que traz os clientes (JSON)',
    duplicate: 'Duplicar para outro credor',
    duplicated: (portfolio: string) => `Esta é a cópia, com código próprio e a carteira "${portfolio}". Troque os dados da empresa.`,
  },
  bring: {
    action: 'Trazer os clientes',
    help: (portfolio: string) => `Cria no n8n o fluxo que lê a sua planilha e põe as pessoas na carteira "${portfolio}".`,
    working: 'Criando…',
    done: (name: string) => `"${name}" está no n8n.`,
    known: (name: string) => `"${name}" já estava no n8n.`,
    open: 'Abrir a importação no n8n',
    form: 'Enviar a planilha',
    next: (portfolio: string) => `Envie a sua planilha, ou rode a importação no n8n. As pessoas entram na carteira "${portfolio}"; depois é só rodar a régua.`,
  },
};
