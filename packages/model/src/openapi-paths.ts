export const problems = {
  default: {
    description: 'It could not be done; the type says why',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  },
};

export function json(name: string): object {
  return content('application/json', name);
}

export function content(type: string, name: string): object {
  return { [type]: { schema: { $ref: `#/components/schemas/${name}` } } };
}

/** The half-filled form. A host may leave it out. */
export const draftPath = {
  get: {
    operationId: 'loadDraft',
    summary: 'The draft of this application',
    responses: {
      200: { description: 'The draft', headers: etagHeader(), content: json('SavedDraft') },
      204: { description: 'There is none' },
      ...problems,
    },
  },
  put: {
    operationId: 'saveDraft',
    summary:
      'Saves the draft in place of the one that the page knows of. May be sent again when the answer was lost',
    parameters: [
      header('If-Match', 'The `etag` of the save that this one follows'),
      header('If-None-Match', '`*` for the first save'),
    ],
    requestBody: { required: true, content: json('Draft') },
    responses: {
      200: {
        description: 'It is saved, or this very draft was saved already',
        headers: etagHeader(),
        content: json('DraftReceipt'),
      },
      412: {
        description: 'It has been saved or deleted elsewhere meanwhile, type `conflict`',
        content: content('application/problem+json', 'DraftConflict'),
      },
      428: {
        ...problems.default,
        description: 'Without `If-Match` or `If-None-Match`, type `invalid-input`',
      },
      ...problems,
    },
  },
  delete: {
    operationId: 'deleteDraft',
    summary: 'Forgets the draft at once',
    responses: { 204: { description: 'It is forgotten' }, ...problems },
  },
};

/** The reviewed form. A host may leave it out. */
export const submissionPath = {
  post: {
    operationId: 'handIn',
    summary:
      'Hands in, once however often it is sent. What is said to be retrieved must be what the host has retrieved',
    parameters: [
      {
        ...header(
          'Idempotency-Key',
          'Random, once for each form that is handed in: 16–64 characters of `A–Z a–z 0–9 _ -`',
        ),
        required: true,
      },
    ],
    requestBody: { required: true, content: json('Submission') },
    responses: {
      200: { description: 'It is handed in, now or before', content: json('SubmissionReceipt') },
      400: {
        ...problems.default,
        description:
          'It is not as the contract says, type `invalid-input`. Where an amount of the person’s own cannot be read, `fields` has the names of its fields',
      },
      409: {
        description:
          'It does not agree with what was retrieved, or another has been handed in: type `conflict`',
        content: content('application/problem+json', 'SubmissionConflict'),
      },
      422: {
        ...problems.default,
        description: 'The `Idempotency-Key` has been used with another content, type `invalid-input`',
      },
      ...problems,
    },
  },
};

/** What has been done with the person's data. A host may leave it out. */
export const accessLogPath = {
  get: {
    operationId: 'accessLog',
    summary: 'When, from which source and for which purpose data was read. Asks no authority',
    responses: {
      200: { description: 'What has been done, the oldest first', content: json('AccessLog') },
      ...problems,
    },
  },
};

function etagHeader(): object {
  return { ETag: { description: 'The `etag` of the body', schema: { type: 'string' } } };
}

function header(name: string, description: string): object {
  return { name, in: 'header', description, schema: { type: 'string' } };
}
