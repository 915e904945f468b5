/** Reports progress on stderr: a line that is rewritten on a terminal, else one line every ten per cent. */
export function createProgress(): (done: number, of: number) => void {
  const isTerminal = process.stderr.isTTY;
  let tenths = 0;
  return (done, of) => {
    const now = Math.floor((done / of) * 10);
    if (isTerminal) process.stderr.write(`\r${done} of ${of} frames${done === of ? '\n' : ''}`);
    else if (now > tenths) process.stderr.write(`${done} of ${of} frames\n`);
    tenths = now;
  };
}
