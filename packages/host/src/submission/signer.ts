/** Signs what is handed in, so that who gets it knows that it comes from the endpoint and has not been changed. */
export interface SubmissionSigner {
  /** A JWS in compact form (RFC 7515) over the text in UTF-8. */
  sign(json: string): Promise<string>;
}
