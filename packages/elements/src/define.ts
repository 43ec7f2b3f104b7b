import './prefill/define.ts';
