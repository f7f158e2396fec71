export * from './boleto.ts';
export * from './contact-point-quality.ts';
export * from './crc16.ts';
export * from './document.ts';
export * from './email.ts';
export * from './phone.ts';
export * from './pix.ts';
export * from './uf.ts';
