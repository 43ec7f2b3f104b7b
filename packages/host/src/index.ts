export type { Asking, Case, Intent, OpenApplication, SignIn, WhoIsAsking } from './asking.ts';
export { createIncomeHost, type IncomeHost, type IncomeHostOptions } from './host.ts';
export type { Log, LogEntry } from './log.ts';
export { isFromOwnPages } from './request.ts';
export type { SignInRules } from './sign-in.ts';
export { createSeal, type Seal, type SealKey } from './seal.ts';
export type { DraftStore, SaveAfter, SaveOutcome } from './drafts.ts';
export * from './kommunikationsyta/index.ts';
export { memoryStatements, type StatementsOf, type StatementStore } from './statements.ts';
export type { Audit, AuditedEvent, AuditEvent, CaseEvents } from './audit/audit.ts';
export { auditedDeed, type Audited } from './audit/audited.ts';
export {
  AuditUnreadable,
  type AuditContent,
  type AuditEntry,
  type AuditStore,
  type BeforeEntry,
  type CaseEnd,
  type CaseEntry,
  type CaseRows,
  type ChainCut,
  type ChainEnds,
  type ChainLink,
} from './audit/audit-store.ts';
export type { Deliver, HandedInMessage } from './submission/message.ts';
export type { After } from './submission/attempt.ts';
export {
  startDelivery,
  type Delivery,
  type DeliveryFailure,
  type DeliveryOptions,
} from './submission/delivery.ts';
export { readMessageContent, writeMessageContent } from './submission/message-content.ts';
export type { SubmissionSigner } from './submission/signer.ts';
export { createLimits, type Limit, type Limits, type LimitsOptions } from './limits.ts';
export { AuditBroken, createAudit, type AuditOptions } from './audit/chained-audit.ts';
export { fileHeads } from './audit/file-heads.ts';
export { HeadsUnreadable, type AuditHeads } from './audit/heads.ts';
export { startAuditRetention, type AuditRetentionOptions } from './audit/retention.ts';
export {
  AUDIT_FAULTS,
  verifyAudit,
  type AuditFault,
  type AuditVerdict,
  type VerifyOptions,
} from './audit/verify.ts';
export { auditedDelivery } from './submission/audited-delivery.ts';
export {
  createSubmissions,
  type HandInOutcome,
  type HandingInBy,
  type Submissions,
  type SubmissionsOptions,
} from './submission/submissions.ts';
export { toHandedIn, writeMessage, type HandingIn } from './submission/handed-in.ts';
export type { DescribeField, FieldWords, FormFault, HostForm } from './submission/host-form.ts';
export { renderHandedInHtml } from './submission/handed-in-html.ts';
export { OWN_INCOMES, REASONS } from './submission/handed-in-words.ts';
export {
  HANDED_IN_DATE,
  HANDED_IN_SCHEMA,
  HandedIn,
  handedInJsonSchema,
  type HandedInContent,
  type HandedInPayment,
  type HandedInRow,
  type HandedInSource,
} from './submission/handed-in.schema.ts';
export { createSubmissionSigner, HANDED_IN_TYPE, type PublishedSigner } from './submission/sign.ts';
export { readSigningKey } from './submission/sign-key.ts';
export {
  startKommunikationsyta,
  type Kommunikationsyta,
  type KommunikationsytaOptions,
} from './start-kommunikationsyta.ts';
