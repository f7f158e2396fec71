export * from './message-provider.ts';
export * from './evolution/evolution.ts';
export * from './gateway/gateway.ts';
export * from './manual/manual.ts';
export * from './smtp/smtp.ts';
