/** The yardstick: Node's http alone, which reads the body, parses it, and answers. */
import { createServer } from 'node:http';
import { tellUsage } from './tell-usage.mjs';

const server = createServer((request, response) => {
  const pieces = [];
  request.on('data', (piece) => pieces.push(piece));
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(pieces).toString('utf8'));
    const accepted = Array.isArray(body) ? body.length : 1;
    response.writeHead(202, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ accepted, rejected: [] }));
  });
});
server.listen(0, '127.0.0.1', () => tellUsage({ port: server.address().port, key: 'none' }));
