// The only place where elements and client meet: an element's endpoint becomes a client of it.
import {
  createAccessLogClient,
  createDraftClient,
  createIncomeClient,
  createSubmissionClient,
} from '@medborgarnavet/client';
import {
  provideAccessLogSources,
  provideDraftSources,
  provideIncomeSources,
  provideSubmissionSources,
} from '@medborgarnavet/elements';

provideIncomeSources((endpoint) => createIncomeClient({ endpoint }));
provideDraftSources((endpoint) => createDraftClient({ endpoint }));
provideSubmissionSources((endpoint) => createSubmissionClient({ endpoint }));
provideAccessLogSources((endpoint) => createAccessLogClient({ endpoint }));
