// The only place where elements and client meet: an element's endpoint becomes a client of it.
import { createIncomeClient } from '@medborgarnavet/client';
import { provideIncomeSources } from '@medborgarnavet/elements';

provideIncomeSources((endpoint) => createIncomeClient({ endpoint }));
