// The library has no types of its own: oidc-provider.d.ts, beside this, has those of what is used of it.
export { Provider } from 'oidc-provider';
