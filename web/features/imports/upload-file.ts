import { ApiProblem, addressOf } from '#web/shell/api.ts';
import type { Import } from './use-imports.ts';

export interface UploadWatch {
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Sends a file as the bytes of a request. By XMLHttpRequest, which alone tells how much has been sent. Rejects with an
 * ApiProblem, or with an AbortError when it was called off.
 */
export function uploadFile(file: File, { onProgress, signal }: UploadWatch): Promise<Import> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf('uploadImport', { query: { name: file.name.slice(-200) } }));
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', document.documentElement.lang);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    request.addEventListener('load', () => {
      if (request.status === 201) done(request.response as Import);
      else fail(problemOf(request));
    });
    const lost = { title: 'unreachable', status: 0, issues: [], requestId: null };
    request.addEventListener('error', () => fail(new ApiProblem('unreachable', lost)));
    request.addEventListener('abort', () => fail(new DOMException('called off', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function problemOf(request: XMLHttpRequest): ApiProblem {
  const told = (request.response ?? {}) as { code?: ApiProblem['code']; title?: string };
  return new ApiProblem(told.code ?? 'internal', {
    title: told.title ?? request.statusText,
    status: request.status,
    issues: [],
    requestId: request.getResponseHeader('x-request-id'),
  });
}
