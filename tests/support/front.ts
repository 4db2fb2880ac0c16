import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as ask } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Who answers: the station; a gateway that says what it likes with a friendly status; a proxy that
 * finds nothing; nobody.
 */
export type Answers = 'station' | 'gateway' | 'not found' | 'bad gateway' | 'nobody';

const GATEWAY =
  '<!DOCTYPE html><html><head><title>WiFi</title></head><body><h1>Please sign in to the network</h1></body></html>';

function certificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(path.join(tmpdir(), 'songxing-tls-'));
  const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
  const options = [
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=localhost',
  ];
  execFileSync(
    'openssl',
    ['req', ...options, '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert],
    {
      stdio: 'ignore',
    },
  );
  const pair = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return pair;
}

/** The way between a phone and the station, over TLS as in life, with what stands on it. */
export class Front {
  answers: Answers = 'station';
  /** The page's scripts do not come: what is left has to work as plain forms. */
  dropsScripts = false;
  /** What was asked while somebody else answered. */
  readonly caught: string[] = [];
  url = '';
  private readonly server: Server;
  private target: URL;

  private constructor(target: string) {
    this.target = new URL(target);
    this.server = createServer(certificate(), (asked, answer) => this.pass(asked, answer));
  }

  static async before(target: string): Promise<Front> {
    const front = new Front(target);
    await new Promise<void>((resolve) => {
      front.server.listen(0, '127.0.0.1', resolve);
    });
    front.url = `https://localhost:${(front.server.address() as AddressInfo).port}`;
    return front;
  }

  private pass(asked: IncomingMessage, answer: ServerResponse): void {
    const { url = '/', method, headers } = asked;
    if (this.answers === 'nobody') return void asked.socket.destroy();
    if (this.answers !== 'station') {
      this.caught.push(`${method} ${url}`);
      const status = { gateway: 200, 'not found': 404, 'bad gateway': 502 }[this.answers];
      answer.writeHead(status, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
      });
      asked.resume();
      return void answer.end(GATEWAY);
    }
    if (this.dropsScripts && (url.split('?')[0] ?? '').endsWith('.js')) {
      answer.writeHead(404);
      return void answer.end();
    }
    const { hostname, port } = this.target;
    const onward = ask({ hostname, port, path: url, method, headers }, (told) => {
      answer.writeHead(told.statusCode ?? 502, told.headers);
      told.pipe(answer);
    });
    onward.on('error', () => asked.socket.destroy());
    asked.pipe(onward);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => {
      this.server.close(resolve);
    });
  }
}
