import { createSocket, type RemoteInfo } from 'node:dgram';
import { once } from 'node:events';

const BINDING_REQUEST = 0x0001;
const BINDING_SUCCESS = 0x0101;
const MAGIC_COOKIE = 0x2112a442;
const XOR_MAPPED_ADDRESS = 0x0020;
const HEADER_BYTES = 20;

/** Tells whoever asks its own address (RFC 8489, binding over IPv4). */
export interface LoopbackStun {
  /** For a list of ICE servers. */
  readonly url: string;
  close(): void;
}

/**
 * A STUN server on loopback. werift asks a public one where it is given none, and waits five seconds for an answer
 * that never comes on a machine without internet: this one answers at once, and nobody outside is asked.
 */
export async function startLoopbackStun(): Promise<LoopbackStun> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  socket.on('message', (request, from) => {
    const isBinding = request.length >= HEADER_BYTES && request.readUInt16BE(0) === BINDING_REQUEST;
    if (isBinding) socket.send(bindingSuccess(request, from), from.port, from.address);
  });
  socket.unref();
  return { url: `stun:127.0.0.1:${socket.address().port}`, close: () => socket.close() };
}

function bindingSuccess(request: Buffer, from: RemoteInfo): Buffer {
  const attribute = Buffer.alloc(12);
  attribute.writeUInt16BE(XOR_MAPPED_ADDRESS, 0);
  attribute.writeUInt16BE(8, 2);
  attribute.writeUInt8(1, 5); // IPv4
  attribute.writeUInt16BE(from.port ^ (MAGIC_COOKIE >>> 16), 6);
  const address = from.address.split('.').reduce((whole, part) => whole * 256 + Number(part), 0);
  attribute.writeUInt32BE((address ^ MAGIC_COOKIE) >>> 0, 8);
  const header = Buffer.from(request.subarray(0, HEADER_BYTES)); // the transaction stays
  header.writeUInt16BE(BINDING_SUCCESS, 0);
  header.writeUInt16BE(attribute.length, 2);
  return Buffer.concat([header, attribute]);
}
