// The one script as it was in an older version, which had no <ssbtek-access-log>.
import '../../packages/embed/src/provide.ts';
import '@medborgarnavet/elements/provider/define.ts';
import '@medborgarnavet/elements/draft/define.ts';
import '@medborgarnavet/elements/income-view/define.ts';
import '@medborgarnavet/elements/prefill/define.ts';
import '@medborgarnavet/elements/review/define.ts';
