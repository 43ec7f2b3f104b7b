// The provider first: tags inside it that are on the page already look for it at once when they are defined.
import './provider/define.ts';
import './access-log/define.ts';
import './draft/define.ts';
import './income-view/define.ts';
import './prefill/define.ts';
import './review/define.ts';
import { tellSignIn } from './draft/draft.tabs.ts';

if (document.readyState === 'loading')
  document.addEventListener('DOMContentLoaded', tellSignIn, { once: true });
else tellSignIn();
