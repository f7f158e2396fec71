import { expect, it } from 'vitest';
import { isLoopback } from './loopback.ts';

it.each(['localhost', ' LOCALHOST ', '127.0.0.1', '127.1.2.3', '::1', 'http://localhost:3000/v1', 'http://127.1/', 'https://[::1]:8080'])(
  '%s is this machine',
  (server) => {
    expect(isLoopback(server)).toBe(true);
  },
);

it.each([
  '',
  'smtp.loja.example',
  'localhost.loja.example',
  '127.0.0.1.loja.example',
  '10.0.0.1',
  'http://127.0.0.1@loja.example/',
  'https://gateway.example/?to=http://localhost',
  'http://',
])('"%s" is not', (server) => {
  expect(isLoopback(server)).toBe(false);
});
