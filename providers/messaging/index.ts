export * from './message-provider.ts';
export * from './evolution/evolution.ts';
export * from './gateway/gateway.ts';
export * from './loopback.ts';
export * from './manual/manual.ts';
export * from './rehearsal/rehearsal.ts';
export * from './smtp/smtp.ts';
