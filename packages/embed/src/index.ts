// In this order: tags that are on the page already look for their source at once when they are defined.
import './provide.ts';
import '@medborgarnavet/elements/define.ts';
