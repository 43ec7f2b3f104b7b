/**
 * The lines of a body in UTF-8, each as JSON, as they come, however the body is cut into chunks. A line ends with LF, CR LF or CR, and the last
 * one with the body; a line of white space, which servers send to keep a connection open, is none; a byte order mark is passed over.
 * @throws SyntaxError when a line is not JSON, and TypeError when the body is not UTF-8. What the body itself fails with is passed on.
 */
export async function* readLines(body: ReadableStream<BufferSource>): AsyncIterable<unknown> {
  const reader = body.pipeThrough(new TextDecoderStream('utf-8', { fatal: true })).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value = '' } = await reader.read();
      const lines = (rest + value).split(/[\r\n]/);
      rest = done ? '' : (lines.pop() ?? '');
      for (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as unknown;
      if (done) return;
    }
  } finally {
    await reader.cancel();
  }
}
