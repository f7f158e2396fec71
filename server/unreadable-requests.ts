import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const ANSWERS: Record<string, readonly [status: string, message: string]> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'endereço ou cabeçalhos grandes demais'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'o pedido demorou demais para chegar'],
};

/** What Node cannot read as HTTP never reaches a handler: it is answered here, in JSON like the rest, and the server goes on. */
export function answerUnreadable(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy();
    const [status, message] = ANSWERS[error.code ?? ''] ?? ['400 Bad Request', 'isto não é um pedido HTTP'];
    const body = JSON.stringify({ message });
    socket.end(
      `HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    );
  });
}
