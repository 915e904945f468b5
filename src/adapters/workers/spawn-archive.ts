import type { Remote } from 'comlink';
import type { ArchiveApi } from '../../contracts/archive.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { WorkerBridge, WorkerFailed } from './worker-bridge.ts';

/**
 * The archive over its worker. A dead worker turns every call into `archive-worker-failed`;
 * the next `open` starts a new one.
 */
export function spawnArchive(): ArchiveApi {
  let bridge: WorkerBridge<ArchiveApi> | null = null;

  const ask = async <T>(job: (api: Remote<ArchiveApi>) => Promise<Result<T>>): Promise<Result<T>> => {
    if (!bridge) return failed('archive-worker-failed');
    try {
      return await bridge.run(job);
    } catch (error) {
      if (error instanceof WorkerFailed) return failed('archive-worker-failed');
      throw error;
    }
  };

  return {
    open(database, access) {
      bridge ??= startWorker(() => {
        bridge = null;
      });
      return ask((api) => api.open(database, access));
    },
    readSite: () => ask((api) => api.readSite()),
    saveSite: (site) => ask((api) => api.saveSite(site)),
    readCredential: (camera) => ask((api) => api.readCredential(camera)),
    saveCredential: (camera, credential) => ask((api) => api.saveCredential(camera, credential)),
    readAccess: () => ask((api) => api.readAccess()),
    changeAccess: (change) => ask((api) => api.changeAccess(change)),
    startRecording: (setup) => ask((api) => api.startRecording(setup)),
    record: (tallies) => ask((api) => api.record(tallies)),
    async noteGap(camera, cause) {
      // Without an archive there is nowhere to note it, and the calls that have a result say so.
      await ask(async (api) => {
        await api.noteGap(camera, cause);
        return ok(null);
      });
    },
    recount: (people) => ask((api) => api.recount(people)),
    stopRecording: () => ask((api) => api.stopRecording()),
    today: () => ask((api) => api.today()),
    history: (query, of) => ask((api) => api.history(query, of)),
    transactions: (span, of) => ask((api) => api.transactions(span, of)),
    saveTransactions: (atMs, transactions) => ask((api) => api.saveTransactions(atMs, transactions)),
    flows: (span, of) => ask((api) => api.flows(span, of)),
    heat: (query, of) => ask((api) => api.heat(query, of)),
    exportCsv: (query, of) => ask((api) => api.exportCsv(query, of)),
    noteCopy: (copied, of) => ask((api) => api.noteCopy(copied, of)),
    saveCheck: (check) => ask((api) => api.saveCheck(check)),
    accuracy: () => ask((api) => api.accuracy()),
    checksAbout: (period, of) => ask((api) => api.checksAbout(period, of)),
    configurations: (of) => ask((api) => api.configurations(of)),
    readSample: () => ask((api) => api.readSample()),
    fillSample: (request) => ask((api) => api.fillSample(request)),
    removeSample: () => ask((api) => api.removeSample()),
    removeHistory: (entities) => ask((api) => api.removeHistory(entities)),
    inventory: (scope) => ask((api) => api.inventory(scope)),
    journal: (newest) => ask((api) => api.journal(newest)),
    checkJournal: (scope) => ask((api) => api.checkJournal(scope)),
    exportJournal: () => ask((api) => api.exportJournal()),
    noteSelfCheck: (passed, failures) => ask((api) => api.noteSelfCheck(passed, failures)),
    noteEvidence: (failures) => ask((api) => api.noteEvidence(failures)),
    noteUpdate: (update) => ask((api) => api.noteUpdate(update)),
  };
}

function startWorker(onDeath: () => void): WorkerBridge<ArchiveApi> {
  const bridge = new WorkerBridge<ArchiveApi>(
    new Worker(new URL('../../../workers/archive/main.ts', import.meta.url), {
      type: 'module',
      name: 'archive',
    }),
  );
  void bridge.death.then(onDeath);
  return bridge;
}
