/** The lines of a body, each as JSON, as they come. Throws SyntaxError when one is not JSON. */
export async function* readLines(body: ReadableStream<BufferSource>): AsyncIterable<unknown> {
  const reader = body.pipeThrough(new TextDecoderStream('utf-8', { fatal: true })).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value = '' } = await reader.read();
      const lines = (rest + value).split('\n');
      rest = done ? '' : (lines.pop() ?? '');
      for (const line of lines) if (line !== '') yield JSON.parse(line) as unknown;
      if (done) return;
    }
  } finally {
    await reader.cancel();
  }
}
