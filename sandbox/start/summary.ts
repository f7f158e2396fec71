export type SummaryFacts = {
  designerUrl: string;
  n8nUrl: string;
  outboxUrl: string;
  owner: { email: string; password: string };
  sampleCsv: string;
  dataFolder: string;
  today: string | undefined;
  seconds: number;
};

/** What a person reads when everything runs. */
export function summary({ designerUrl, n8nUrl, outboxUrl, owner, sampleCsv, dataFolder, today, seconds }: SummaryFacts): string {
  return `
  Régua no ar, em ${seconds.toFixed(1).replace('.', ',')} s.

    Designer          ${designerUrl}
    n8n               ${n8nUrl}
                      entrar com ${owner.email} e a senha ${owner.password}
    Caixa de saída    ${outboxUrl}

    Data da régua     ${today ? `${today.split('-').reverse().join('/')} (outra: npm start -- --today 2026-12-01; a de verdade: --today hoje)` : 'a de hoje'}
    Carteira exemplo  ${sampleCsv}
    Dados             ${dataFolder}

  Ctrl+C encerra tudo.
`;
}
