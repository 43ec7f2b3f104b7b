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

provideIncomeSources((endpoint, options) => createIncomeClient({ endpoint, ...options }));
provideDraftSources((endpoint, options) => createDraftClient({ endpoint, ...options }));
provideSubmissionSources((endpoint, options) => createSubmissionClient({ endpoint, ...options }));
provideAccessLogSources((endpoint, options) => createAccessLogClient({ endpoint, ...options }));
