import { describe, expect, it } from 'vitest';
import { spokenDate, spokenMoney, spokenNumber } from './spoken-number.ts';
import { RECORDING_NOTICE, spokenText, voiceTwiml } from './voice-script.ts';

const say = (text: string) => spokenText(text, { recordingNotice: false });

describe('numbers in words', () => {
  it.each([
    [0, 'zero'],
    [16, 'dezesseis'],
    [21, 'vinte e um'],
    [100, 'cem'],
    [101, 'cento e um'],
    [999, 'novecentos e noventa e nove'],
    [1000, 'mil'],
    [1001, 'mil e um'],
    [1200, 'mil e duzentos'],
    [1210, 'mil duzentos e dez'],
    [2026, 'dois mil e vinte e seis'],
    [100_000, 'cem mil'],
    [1_000_000, 'um milhão'],
    [1_000_100, 'um milhão e cem'],
    [2_345_678, 'dois milhões trezentos e quarenta e cinco mil seiscentos e setenta e oito'],
  ])('%i is %s', (value, words) => {
    expect(spokenNumber(value)).toBe(words);
  });

  it.each([
    [10_233, 'cento e dois reais e trinta e três centavos'],
    [100, 'um real'],
    [101, 'um real e um centavo'],
    [50, 'cinquenta centavos'],
    [0, 'zero reais'],
    [100_000_000, 'um milhão de reais'],
    [100_100_000, 'um milhão e mil reais'],
    [-200, 'menos dois reais'],
  ])('%i cents are %s', (cents, words) => {
    expect(spokenMoney(cents)).toBe(words);
  });

  it('the first of a month is said as such', () => {
    expect(spokenDate(1, 3, 2026)).toBe('primeiro de março de dois mil e vinte e seis');
  });
});

describe('spokenText', () => {
  it.each([
    ['R$ 100,00 + multa R$ 2,00 = R$ 102,00', 'cem reais, mais multa de dois reais, no total de cento e dois reais'],
    ['R$ 1.234,56', 'mil duzentos e trinta e quatro reais e cinquenta e seis centavos'],
    ['R$ 100,00 - desconto R$ 5,00 = R$ 95,00', 'cem reais, menos desconto de cinco reais, no total de noventa e cinco reais'],
    ['vence em 20/01/2026', 'vence em vinte de janeiro de dois mil e vinte e seis'],
    ['ligue (11) 3000-1060', 'ligue um um, três zero zero zero, um zero meia zero'],
    ['0800 123 4567', 'zero oito zero zero, um dois três, quatro cinco meia sete'],
    ['juros de 0,5% ao mês', 'juros de zero vírgula cinco por cento ao mês'],
    ['veja em https://p.example/x?y=1.', 'veja em a página que enviamos por escrito.'],
    ['Pix 00020126580014br.gov.bcb.pix0136123e4567-e12b', 'Pix o código Pix que enviamos por escrito'],
    ['linha um\nlinha dois.\n\n- item', 'linha um. linha dois. item'],
  ])('%s', (text, spoken) => {
    expect(say(text)).toBe(spoken);
  });

  it('tells of the recording first, once', () => {
    const first = spokenText('Aqui é da Loja.', { recordingNotice: true });
    expect(first).toBe(`${RECORDING_NOTICE} Aqui é da Loja.`);
    expect(spokenText(first, { recordingNotice: true })).toBe(first);
  });

  it('becomes TwiML that says each sentence in Portuguese, escaped', () => {
    expect(voiceTwiml('Olá, Ana & Bia. Tudo bem?')).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<Response><Say language="pt-BR">Olá, Ana &amp; Bia.</Say><Pause length="1"/><Say language="pt-BR">Tudo bem?</Say></Response>',
    );
  });
});
