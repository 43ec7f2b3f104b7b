import { AccessLog } from '@medborgarnavet/model';
import { readAnswer } from './answer.ts';
import { createHttp, present, type AskOptions, type ClientOptions } from './http.ts';

/** A page's side of `GET /access-log`. Throws {@link IncomeProblem}, or the signal's reason when aborted. */
export interface AccessLogClient {
  /** What has been done with the data of this application. Asks no authority. */
  accessLog(options?: AskOptions): Promise<AccessLog>;
}

/** @throws IncomeProblem `no-endpoint` when the endpoint is no web address. */
export function createAccessLogClient(options: ClientOptions): AccessLogClient {
  const { ky, url, ask } = createHttp(options);
  const log = url('access-log');
  return {
    accessLog(options) {
      return ask(
        async (signal) => present(await readAnswer(await ky.get(log, { signal }), AccessLog)),
        options,
      );
    },
  };
}
