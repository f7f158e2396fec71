import Big from 'big.js';

/**
 * Decimals for rates: a day's share of a month seldom ends (1 ÷ 31), so a division keeps 40 places. The usual 20 lose the half cent of
 * some millions of reais.
 */
export const Exact = Big();
Exact.DP = 40;
