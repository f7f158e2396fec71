import type { NoticeProvider } from '../../core/payment-notice/index.ts';

/**
 * What shows that a notice is the provider's.
 * - `token`: a secret that the creditor gave the provider, which sends it back in a header of its own.
 * - `basic`: user and password that the creditor gave.
 * - `manifest`: a signature over the notice's number, the request's number and the time, made with a secret that the provider gave.
 * - `public-key`: a signature over the body with the provider's one key. It says that the provider sent it, and not that it is about this creditor: any other
 *   customer's notice can be sent here with a good signature. So the creditor's own secret has to come too.
 * - `own`: no signature is published. The creditor's own secret comes in a header where the provider can be given one, or else in the address.
 */
export type ProofBy = 'token' | 'basic' | 'manifest' | 'public-key' | 'own';

export interface ProofTable {
  readonly by: ProofBy;
  /** Where the provider puts it, in small letters; the credential's own header where it is absent. */
  readonly header?: string;
}

export const PROOFS: Readonly<Record<NoticeProvider, ProofTable>> = {
  // docs.asaas.com: the webhook's `authToken`. What we send to Asaas is another header, `access_token`.
  asaas: { by: 'token', header: 'asaas-access-token' },
  mercadopago: { by: 'manifest', header: 'x-signature' },
  // v5 publishes no signature: the hook is made with user and password.
  pagarme: { by: 'basic', header: 'authorization' },
  // developers.woovi.com/docs/webhook/seguranca; the HMAC with SHA-1 beside it is given up by Woovi.
  woovi: { by: 'public-key', header: 'x-webhook-signature' },
  // A client certificate, which ends before n8n; Efí without it wants `?hmac=` in the address.
  pix: { by: 'own' },
  efi: { by: 'own' },
  inter: { by: 'own' },
  // The trigger may be made with an `authorization`; otherwise the address holds the secret.
  iugu: { by: 'own' },
  cora: { by: 'own' },
};

/** The names under which an address may hold the secret; `hmac` is Efí's. */
export const SECRET_IN_ADDRESS = ['token', 'hmac'] as const;

/**
 * Woovi's public key as its documentation prints it and `GET /api/v1/webhook/public-keys` answers; identified there by the SHA-256 of its DER,
 * 9dce618794f8986c603915a51b7029126c260e5cfdb2aa47e131d837fd62311c.
 */
export const WOOVI_KEY = `-----BEGIN PUBLIC KEY-----
MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC/+NtIkjzevvqD+I3MMv3bLXDt
pvxBjY4BsRrSdca3rtAwMcRYYvxSnd7jagVLpctMiOxQO8ieUCKLSWHpsMAjO/zZ
WMKbqoG8MNpi/u3fp6zz0mcHCOSqYsPUUG19buW8bis5ZZ2IZgBObWSpTvJ0cnj6
HKBAA82Jln+lGwS1MwIDAQAB
-----END PUBLIC KEY-----
`;
