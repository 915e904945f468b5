import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** How bad the way between browser and gateway is, each way. Changes take effect at once. */
export interface Weather {
  /** Share of packets that are lost, 0–1. */
  lost: number;
  delayMs: number;
}

export interface UdpRelay {
  /** Where the browser sends to instead of the gateway. */
  readonly port: number;
  close(): void;
}

/** Carries packets of one connection between whoever writes first and a port of loopback, as `weather` lets them. */
export async function openUdpRelay(targetPort: number, weather: Readonly<Weather>): Promise<UdpRelay> {
  const front = await openSocket();
  const back = await openSocket();
  let viewerPort: number | null = null;
  front.on('message', (packet, { port }) => {
    viewerPort = port;
    carry(() => back.send(packet, targetPort, '127.0.0.1'));
  });
  back.on('message', (packet) => {
    const port = viewerPort;
    if (port !== null) carry(() => front.send(packet, port, '127.0.0.1'));
  });
  let isOpen = true;
  function carry(send: () => void): void {
    if (Math.random() < weather.lost) return;
    setTimeout(() => isOpen && send(), weather.delayMs);
  }
  return {
    port: front.address().port,
    close() {
      isOpen = false;
      front.close();
      back.close();
    },
  };
}

async function openSocket(): Promise<Socket> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return socket;
}
